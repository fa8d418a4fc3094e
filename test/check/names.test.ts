import { describe, expect, it } from 'vitest';
import { entityReferences } from '../../src/check/entities.ts';
import { candidates, resolve } from '../../src/check/names.ts';
import type { Named } from '../../src/check/program.ts';
import { namedIn, programOf } from './project.ts';

const TEXT = `
existing queue 上席 "Team leads"
queue_transfer flow 上席転送 { disconnect }
quick_connect 上席へ { queue: 上席, flow: 上席転送 }
routing_profile 一般 {
  concurrency: { voice: 1 }
  serves 上席 { channels: [voice], priority: 1, delay: 0s }
  default_outbound_queue: 上席
}
inbound flow 受付 { end }
number 代表 "+81501234XXXX" -> 受付
`;

describe('references of entity declarations', () => {
  const { program } = programOf(TEXT);
  const references = entityReferences(program);

  it('point at the words that name things', () => {
    const to = (named: Named) => references.filter((reference) => reference.named === named);
    const places = to(namedIn(program, 'queue', '上席')).map(({ place }) => place);
    expect(places.map(({ source, span }) => source.text.slice(span.start, span.end))).toEqual(['上席', '上席', '上席']);
    expect(to(namedIn(program, 'flow', '受付'))).toHaveLength(1);
  });
});

describe('resolve', () => {
  const { program } = programOf('existing queue Support\nexisting hours Business');

  it('finds, or says what may have been meant', () => {
    expect(resolve(program, 'queue', 'Support').found?.name).toBe('Support');
    expect(resolve(program, 'queue', 'Suport')).toMatchObject({ found: undefined, suggestion: 'Support' });
    expect(resolve(program, 'queue', 'Business')).toMatchObject({ other: { kind: 'hours' }, suggestion: undefined });
    expect(resolve(program, 'queue', '__proto__')).toMatchObject({ found: undefined, other: undefined });
  });

  it('lists candidates', () => {
    expect(candidates(program, 'queue')).toEqual(['Support']);
    expect(candidates(program, 'lex_bot')).toEqual([]);
  });
});
