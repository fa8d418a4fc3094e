/** Names of resources and variables: Terraform takes letters of every script. */
import { localUuid } from '../../check/local-id.ts';
import type { Named } from '../../check/program.ts';

/** The source's own name; one with signs that Terraform does not take keeps the others and gets eight of a hash. */
export function resourceName(named: Pick<Named, 'kind' | 'name'>): string {
  const name = named.name.normalize('NFC');
  if (/^\p{ID_Start}[\p{ID_Continue}-]*$/u.test(name)) return name;
  const hash = localUuid(`resource name ${named.kind}/${name}`).slice(0, 8);
  const kept = name.replace(/[^\p{ID_Continue}]+/gu, '_').replace(/^_+|_+$/g, '');
  return /^\p{ID_Start}/u.test(kept) ? `${kept}_${hash}` : `${named.kind}_${kept === '' ? '' : `${kept}_`}${hash}`;
}

/** `queue_FrontDesk`: variables of all kinds share one namespace. */
export function variableName(named: Pick<Named, 'kind' | 'name'>): string {
  return `${named.kind}_${resourceName(named)}`;
}
