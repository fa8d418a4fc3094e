/** Projects to measure with: always the same text for the same number. Nothing in them is anybody's. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const KINDS = 20;

/** What flows speak of: all flows of a project, or the one flow `n`. There are `count` of each kind, from number `first`. */
export function entities(n, count = KINDS, first = 0, line = n ?? 0) {
  const kinds = n === undefined ? numbered(count, first) : [first + (n % count), first + ((n + 7) % count)];
  const lines = ['hours OfficeHours "営業時間" {', '  timezone: "Asia/Tokyo"', '  mon-fri: 09:00-18:00', '}', ''];
  lines.push(`number Line "+81501234XXXX" -> ${nameOf(line)}`, '');
  for (const kind of kinds) {
    lines.push(
      `queue Queue${kind} "窓口 ${kind}" {`,
      '  hours: OfficeHours',
      '  caller_id: { name: "窓口", number: Line }',
      '}',
      '',
    );
    lines.push(`existing lambda Lookup${kind}`, `existing prompt Music${kind}`, '');
  }
  return lines.join('\n');
}

function numbered(count, first = 0) {
  return Array.from({ length: count }, (_, i) => first + i);
}

function nameOf(n) {
  return `Flow${String(n).padStart(5, '0')}`;
}

/** A flow of 30 actions, about 2.4 kB: a menu, look-ups, comparisons, queues, a callback. */
export function flow(n, count = KINDS, first = 0) {
  const kind = first + (n % count);
  const other = first + ((n + 7) % count);
  return `/// Answers calls of line ${n}.
inbound flow ${nameOf(n)} "受付 ${n}" {
  on error -> apology

  set logging on
  set voice Kazuha neural
  set recording { voice: [agent, customer], analytics: realtime, language: ja-JP }
  check hours OfficeHours { on closed -> closed }
  play "お電話ありがとうございます。第${n}番の受付でございます。"

  menu "製品については1を、配送については2を、折り返しのお電話をご希望の方は3を押してください。" {
    timeout: 8s
    on 1 -> support
    on 2 -> delivery
    on 3 -> callback
    on timeout, default -> apology
  }

  step support {
    set attributes { topic: "support", line: "${n}" }
    invoke lambda Lookup${kind} {
      with { phone: $.CustomerEndpoint.Address, topic: $.Attributes.topic }
      timeout: 4s
      on error -> queueSupport
    }
    match $.External.tier {
      on "gold", "platinum" { set routing { priority: 1 } }
      on "silver" { set routing { priority: 3 } }
      on default -> next
    }
    -> queueSupport
  }

  step queueSupport {
    set queue Queue${kind}
    check staffing > 0 { on default -> noAgents }
    check queue_size <= ${5 + (n % 20)} { on default -> callback }
    transfer to queue { on at_capacity -> callback }
  }

  step delivery {
    set attributes { topic: "delivery", line: "${n}" }
    ask "ご注文番号を入力してください。" { max_digits: 8, timeout: 10s }
    invoke lambda Lookup${other} { with { order: $.StoredCustomerInput } }
    if $.External.status == "delivered" {
      play "ご注文の品はお届け済みです。"
      -> disconnect
    }
    play "ご注文の品は $.External.eta にお届けします。"
    set queue Queue${other}
    transfer to queue { on at_capacity -> callback }
  }

  step callback {
    set callback_number $.CustomerEndpoint.Address { on invalid_number, not_dialable -> apology }
    transfer to callback_queue { queue: Queue${kind}, delay: 30s, attempts: 2, retry_after: 10m }
    play "担当者より折り返しお電話いたします。"
    -> disconnect
  }

  step noAgents {
    play "担当者が席を外しております。"
    -> callback
  }

  step closed {
    play "本日の受付は終了いたしました。"
    -> disconnect
  }

  step apology {
    play "申し訳ございません。しばらくしてからおかけ直しください。"
    -> disconnect
  }
}
`;
}

/** What a local instance is to hold for such a project: what publishing does not make. */
export function seedOf(kinds = KINDS) {
  const names = (word) => numbered(kinds).map((kind) => `${word}${kind}`);
  return { numbers: ['+815012340000'], lambdas: names('Lookup'), prompts: names('Music') };
}

/** Writes a project of `count` flows, a hundred to a folder, with `kinds` queues, functions and prompts. */
export function writeProject(folder, count, kinds = KINDS) {
  writeFile(folder, 'flowc.json', '{ "include": ["flows", "entities.flow"], "out": "build" }\n');
  writeFile(folder, 'local-seed.json', JSON.stringify(seedOf(kinds)));
  writeSources(folder, count, kinds);
}

/** The sources alone. Those of another round are as many flows of other names, which speak of other things. */
export function writeSources(folder, count, kinds = KINDS, round = 0) {
  const first = round * kinds;
  const start = round * count;
  rmSync(join(folder, 'flows'), { recursive: true, force: true });
  writeFile(folder, 'entities.flow', entities(undefined, kinds, first, start));
  for (const n of numbered(count, start))
    writeFile(join(folder, 'flows', String(Math.floor((n - start) / 100))), `${n}.flow`, flow(n, kinds, first));
}

function writeFile(folder, name, text) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), text);
}

/** One file of at least `bytes` bytes: entities, and as many flows as it takes. */
export function fileOf(bytes) {
  let text = entities();
  for (let n = 0; Buffer.byteLength(text) < bytes; n++) text += `\n${flow(n)}`;
  return text;
}
