/** A project of twelve flows and modules that refer to each other in circles, and of entities that they need. */

/** `words`: what the flows say, so that two versions of the project can be told apart. */
export function twelve(words: string): string {
  const ring = Array.from({ length: 6 }, (_, i) => {
    const next = `Ring${(i + 1) % 6}`;
    return `
inbound flow Ring${i} "Ring ${i}" {
  on error -> disconnect
  play "${words}, room ${i}."
  invoke module Greet
  set queue Desk
  transfer to flow ${next}
}`;
  });
  return `
hours Office "Office hours" { timezone: "Asia/Tokyo", mon-fri: 09:00-18:00 }
queue Desk "Desk" { hours: Office, outbound_whisper: Outgoing, quick_connects: [Upstairs] }
quick_connect Upstairs "Upstairs" { queue: Desk, flow: Hand }
${ring.join('\n')}

module Greet "Greet" {
  on error -> return
  play "${words}."
  invoke module Sign
  return
}

module Sign "Sign" {
  on error -> return
  play "${words} from the sign."
  return
}

queue_transfer flow Hand "Hand over" {
  on error, at_capacity -> disconnect
  play "${words} upstairs."
  set queue Desk
  transfer to queue
}

outbound_whisper flow Outgoing "Outgoing" {
  on error -> end
  set disconnect Ring0
  play "${words} outside."
  end
}

customer_queue flow Wait "Waiting" {
  on error -> disconnect
  set disconnect Ring3
  play "${words} while you wait."
  end
}

customer_hold flow Hold "On hold" {
  loop_prompts { play "${words} on hold." }
}
`;
}

/** Three flows in a circle with a queue. */
export function three(words: string): string {
  return `
hours Office "Office hours" { timezone: "Asia/Tokyo", mon-fri: 09:00-18:00 }
queue Desk "Desk" { hours: Office, outbound_whisper: Outgoing }

inbound flow Day "Day" {
  on error -> disconnect
  play "${words}."
  set queue Desk
  transfer to flow Night
}

inbound flow Night "Night" {
  on error -> disconnect
  play "${words} at night."
  transfer to flow Day
}

outbound_whisper flow Outgoing "Outgoing" {
  on error -> end
  set disconnect Night
  end
}
`;
}

/** `three` or `twelve`. */
export function projectText(size: string, words: string): string {
  return size === 'three' ? three(words) : twelve(words);
}
