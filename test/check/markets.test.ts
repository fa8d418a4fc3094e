import { describe, expect, it } from 'vitest';
import { countriesOf, isLocalZone, isPhoneNumber, tidyPhoneNumber, timeZones } from '../../src/check/markets.ts';
import { COUNTRIES_BY_CALLING_CODE } from '../../src/entities/calling-codes.ts';
import { ZONES_BY_COUNTRY } from '../../src/entities/time-zones.ts';

describe('telephone numbers', () => {
  it.each([
    ['+81501234XXXX', true],
    ['+81501234567', true],
    ['+1800XXXXXXX', true],
    ['81501234567', false],
    ['+0150123', false],
    ['+8150XX34', false],
    ['+81-50-1234-XXXX', false],
    ['+1234567890123456', false],
    ['+', false],
    ['', false],
  ])('%s: %s', (text, is) => {
    expect(isPhoneNumber(text)).toBe(is);
  });

  it('can be tidied', () => {
    expect(tidyPhoneNumber('+81 (50) 1234-XXXX')).toBe('+81501234XXXX');
    expect(tidyPhoneNumber('0081501234XXXX')).toBe('+81501234XXXX');
    expect(tidyPhoneNumber('050-1234-XXXX')).toBeUndefined();
  });

  it('belong to countries', () => {
    expect(countriesOf('+81501234XXXX')).toEqual(['JP']);
    expect(countriesOf('+35812345')).toEqual(['FI', 'AX']);
    expect(countriesOf('+1212555XXXX')).toContain('US');
    expect(countriesOf('+8001234XXXX')).toEqual([]);
  });
});

describe('time zones', () => {
  it('are known by their names, old ones too', () => {
    for (const zone of [
      'Asia/Tokyo',
      'America/New_York',
      'UTC',
      'Etc/GMT+9',
      'Asia/Calcutta',
      'Europe/Kyiv',
      'Japan',
    ]) {
      expect(timeZones().has(zone), zone).toBe(true);
    }
    expect(timeZones().has('Asia/Osaka')).toBe(false);
    expect(timeZones().has('')).toBe(false);
  });

  it('belong to the countries behind numbers', () => {
    expect(isLocalZone('Asia/Tokyo', '+81501234XXXX')).toBe(true);
    expect(isLocalZone('Asia/Seoul', '+81501234XXXX')).toBe(false);
    expect(isLocalZone('UTC', '+81501234XXXX')).toBe(false);
    expect(isLocalZone('America/Vancouver', '+1212555XXXX')).toBe(true);
    expect(isLocalZone('Japan', '+81501234XXXX')).toBeUndefined();
    expect(isLocalZone('Asia/Tokyo', '+8001234XXXX')).toBeUndefined();
  });

  it('exist for every country behind a calling code but Kosovo, which the database files under Belgrade', () => {
    const without = Object.values(COUNTRIES_BY_CALLING_CODE)
      .flatMap((countries) => countries.split(' '))
      .filter((country) => ZONES_BY_COUNTRY[country] === undefined);
    expect(without).toEqual(['XK']);
  });

  it('have calling codes none of which begins with another', () => {
    const codes = Object.keys(COUNTRIES_BY_CALLING_CODE);
    expect(codes.filter((one) => codes.some((other) => other !== one && one.startsWith(other)))).toEqual([]);
  });
});
