import { expect } from 'vitest';
import type { Client, Said } from '../clients.ts';
import { Refused } from '../clients.ts';

/** What somebody does with an instance; names in it are its own, so that all may run against one. */
export interface Scenario {
  readonly name: string;
  readonly run: (client: Client) => Promise<void>;
}

export const NOBODY = '00000000-0000-4000-8000-000000000000';

/** Expects a refusal of that type, and gives it back. */
export async function refusal(answer: Promise<unknown>, code: string): Promise<Refused> {
  const refused = await answer.then(
    (said) => new Refused('none', `it was answered with ${JSON.stringify(said)}`, []),
    (error: unknown) => {
      if (error instanceof Refused) return error;
      throw error;
    },
  );
  expect({ code: refused.code, message: refused.message }).toMatchObject({ code });
  return refused;
}

/** The id of what has this name in a list. */
export async function idOf(client: Client, operation: string, list: string, name: string, more = {}): Promise<string> {
  const said: Said = await client.call(operation, more);
  const found: Said = said[list].find((item: Said) => (item.Name ?? item.Username) === name);
  expect(found, `${name} in ${operation}`).toBeDefined();
  return found.Id;
}

/** All items of a list that is fetched two at a time, by the names that they have. */
export async function namesInPages(client: Client, operation: string, list: string): Promise<readonly string[]> {
  const names: string[] = [];
  let token: string | undefined;
  for (let page = 0; page < 50; page++) {
    const said: Said = await client.call(operation, {
      MaxResults: 2,
      ...(token === undefined ? {} : { NextToken: token }),
    });
    expect(said[list].length).toBeLessThanOrEqual(2);
    names.push(...said[list].map((item: Said) => item.Name));
    token = said.NextToken;
    if (token === undefined) return names;
  }
  throw new Error(`${operation} does not end`);
}
