/** Small projects whose shape makes templates difficult. */
import { isObject, type Json } from '../../src/text/json.ts';
import type { SourceText } from '../../src/text/text.ts';
import { exampleNames, sourcesOf } from '../examples/projects.ts';

const source = (path: string, text: string): SourceText => ({ path, text });

/** Two flows that lead to each other, one that starts itself again, and a queue whose quick connect leads back to it. */
export const CIRCLES: readonly SourceText[] = [
  source(
    'circles.flow',
    `inbound flow A {
  on error -> bye
  play "$\{plain} %{if} $$\{x} costs 5$"
  transfer to flow B { on error -> bye }
  step bye { disconnect }
}

inbound flow B {
  on error -> bye
  transfer to flow A { on error -> bye }
  step bye { disconnect }
}

inbound flow Again {
  on error -> bye
  transfer to flow Again { on error -> bye }
  step bye { disconnect }
}

queue_transfer flow Hand over "Hand over" {
  disconnect
}
`.replace('flow Hand over "', 'flow HandOver "'),
  ),
  source(
    'entities.flow',
    `hours Always { timezone: "UTC", mon-sun: 00:00-24:00 }

queue Desk { hours: Always, quick_connects: [ToDesk, Outside] }

quick_connect ToDesk { queue: Desk, flow: HandOver }

quick_connect Outside { number: "+441632960001" }
`,
  ),
];

/** Everything that the kinds can say, names with signs that tools do not take, and texts that they take for their own. */
export const EVERYTHING: readonly SourceText[] = [
  source(
    'flows.flow',
    `/// First line
/// and $\{second}
inbound flow Main "Main $\{flow}" {
  on error -> bye
  set queue "Front desk"
  invoke lambda Look { with { q: "$\{x}" } }
  show view Form { timeout: 60s, data { a: "1" }, on "Go" -> next, on timeout, default -> bye }
  invoke module Verify { with { phone: "+44" }, on "ok" -> bye }
  transfer to queue { on at_capacity -> bye }
  step bye { disconnect }
}

module Verify {
  input { phone: text, kind: "a" | "b" }
  returns { customer: text }
  play "changed" { on error -> next }
  return "ok" { result { customer: $.Modules.Input.phone } }
}

outbound_whisper flow Whisper { end }

agent_transfer flow ToUser { disconnect }
`,
  ),
  source(
    'entities.flow',
    `hours Open "Opening hours" {
  timezone: "Europe/London"
  mon-fri: [09:00-12:00, 13:00-24:00]
  closed: [2026-12-25..2026-12-28, 2027-01-01]
  override "Late" { dates: [2026-11-30, 2026-12-02], open: 12:00-20:00, description: "Late shift" }
  override "Yearly" { dates: 2026-05-01, open: closed, recurrence { every: year, interval: 1, months: [5] } }
  override "Week" { dates: 2026-06-01..2026-06-07, mon-fri: 10:00-11:00 }
  tags { team: "A $\{B}" }
}

queue "Front desk" {
  hours: Open
  caller_id: { name: "Desk", number: Line }
  outbound_whisper: Whisper
  quick_connects: [Chief]
  max_contacts: 0
  status: disabled
  description: "100 %{percent}"
}

quick_connect Chief { user: Boss, flow: ToUser }

routing_profile Team {
  concurrency: { voice: 1, chat: 3, task: 0 }
  cross_channel: { voice: off, chat: on }
  serves Existing { channels: [voice, chat], priority: 1, delay: 30s }
  default_outbound_queue: Existing
  longest_idle_by: last_inbound
}

user Boss "boss" {
  first_name: "B"
  email: "boss@example.com"
  mobile: "+441632960002"
  routing_profile: Team
  security_profiles: [Agent, Own]
  phone: desk "+441632960003"
  acw_timeout: 30s
  auto_accept: off
  persistent_connection: on
}

security_profile Own "Own profile" { permissions: ["BasicAgentAccess"], tags { a: "b" } }
prompt Music "music.wav" { source: "s3://bucket/music.wav" }
agent_status Lunch { order: 3 }
number Line "+441632960004" -> Main

existing queue Existing "Existing queue"
existing security_profile Agent
lambda Look "look-up"
view Form { version: 3, actions: ["Go"] }
`,
  ),
];

/** What every test of a target is run on. */
export const projects: readonly (readonly [string, readonly SourceText[]])[] = [
  ...exampleNames.map((name) => [`examples/${name}`, sourcesOf(name)] as const),
  ['circles', CIRCLES],
  ['everything', EVERYTHING],
];

/** Dummy numbers of examples have no last digits, which schemas want. */
export function withDigits(json: Json): Json {
  if (typeof json === 'string') return json.replace(/^(\+\d+)X+$/, (_, digits: string) => `${digits}0000`);
  if (Array.isArray(json)) return (json as readonly Json[]).map(withDigits);
  if (!isObject(json)) return json;
  return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, withDigits(value)]));
}
