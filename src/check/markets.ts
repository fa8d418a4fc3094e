/** Phone numbers and time zones: what is one, and which zones belong to a number's country. */
import { COUNTRIES_BY_CALLING_CODE } from '../entities/calling-codes.ts';
import { OTHER_ZONES, ZONES_BY_COUNTRY } from '../entities/time-zones.ts';

let zones: ReadonlySet<string> | undefined;

/** Every time zone name, made on first use. */
export function timeZones(): ReadonlySet<string> {
  zones ??= new Set([...Object.values(ZONES_BY_COUNTRY), OTHER_ZONES].flatMap((names) => names.split(' ')));
  return zones;
}

/** E.164: `+`, a country code, at most 15 digits. The last ones may be `X` where a number is not to be shown. */
export function isPhoneNumber(text: string): boolean {
  return /^\+[1-9](?=.{1,14}$)\d*X*$/.test(text);
}

/** What a number without its spaces, dashes and brackets would be; undefined when that is no number either. */
export function tidyPhoneNumber(text: string): string | undefined {
  const tidy = text.replace(/[\s().\-‐-―－ー]/g, '').replace(/^00/, '+');
  return tidy !== text && isPhoneNumber(tidy) ? tidy : undefined;
}

/** Countries (ISO 3166) that a number may belong to; none for toll-free and satellite codes. */
export function countriesOf(phone: string): readonly string[] {
  for (let length = 1; length <= 3; length++) {
    const countries = COUNTRIES_BY_CALLING_CODE[phone.slice(1, 1 + length)];
    if (countries !== undefined) return countries.split(' ');
  }
  return [];
}

/**
 * Whether people who call this number live in this time zone; undefined where that cannot be told: a number of no
 * country, an old name of a zone, a zone that there is not.
 */
export function isLocalZone(zone: string, phone: string): boolean | undefined {
  const countries = countriesOf(phone);
  if (countries.length === 0 || !timeZones().has(zone)) return undefined;
  if (countries.some((country) => ZONES_BY_COUNTRY[country]?.split(' ').includes(zone))) return true;
  const nowhere = zone.startsWith('Etc/') || zone === 'UTC' || zone === 'GMT';
  return nowhere || !OTHER_ZONES.split(' ').includes(zone) ? false : undefined;
}

/** The zones of the number's country that a message may propose. */
export function zonesOf(phone: string): readonly string[] {
  const [country] = countriesOf(phone);
  return country === undefined ? [] : (ZONES_BY_COUNTRY[country]?.split(' ') ?? []);
}
