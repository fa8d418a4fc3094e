/** A small contact centre that has something of every kind. */
export const CENTRE = `
number Line "+815012345678" -> Main

hours Office "Office hours" {
  timezone: "Asia/Tokyo"
  mon-fri: [09:00-12:00, 13:00-18:00]
  sat: closed
  closed: 2026-12-29..2027-01-03
  override "Stocktaking" { dates: 2026-09-30, open: 09:00-12:00 }
}

/// Where product questions wait.
queue Support "Product support" {
  hours: Office
  caller_id: { name: "Support desk", number: Line }
  outbound_whisper: Whisper
  quick_connects: [ToLeads]
  max_contacts: 50
  tags { team: "support" }
}

queue Leads "Team leads" { hours: Office, status: disabled }

quick_connect ToLeads "To the leads" { queue: Leads, flow: LeadTransfer }

routing_profile Agents "Agents" {
  concurrency: { voice: 1, chat: 2 }
  serves Support { channels: [voice, chat], priority: 1, delay: 0s }
  serves Leads { channels: [voice], priority: 2, delay: 30s }
  default_outbound_queue: Support
}

security_profile Listeners "Listeners" { permissions: ["BasicAgentAccess"] }

agent_status Lunch "Out for lunch" { order: 9 }

/// Runs when a customer calls.
inbound flow Main "Main inbound" {
  on error -> bye
  set logging on
  play "Thank you for calling."
  invoke module Greet
  set queue Support
  transfer to queue { on at_capacity -> bye }
  step bye {
    disconnect
  }
}

module Greet {
  on error -> next
  play "Hello."
  return
}

outbound_whisper flow Whisper "Outbound whisper" {
  set logging on
  end
}

queue_transfer flow LeadTransfer "Transfer to the leads" {
  on error -> bye
  set queue Leads
  transfer to queue { on at_capacity -> bye }
  step bye {
    disconnect
  }
}
`;
