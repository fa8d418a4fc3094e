/** Phone numbers. Claiming takes any number that is one: nothing is bought here. */
import { COUNTRIES_BY_CALLING_CODE } from '../../../entities/calling-codes.ts';
import { countriesOf, isPhoneNumber } from '../../../check/markets.ts';
import type { JsonObject } from '../../../text/json.ts';
import type { Context, Handlers, StoredEntity } from '../types.ts';
import { change, findSaid, modified, named, put, remove } from './shared/entities.ts';
import { flowSaid } from './shared/flows.ts';
import { object, optionalText, pick, text, texts } from './shared/members.ts';
import { page } from './shared/page.ts';
import { numberPlace, queuePlace } from './shared/places.ts';
import { inUse, invalidParameter, notFound } from './shared/refusals.ts';

/** Beginnings of numbers that cost the caller nothing, of the countries where most centres are. */
const TOLL_FREE = /^\+(?:1(?:800|833|844|855|866|877|888)|81(?:120|800)|44(?:800|808)|49800|33805|61180|82080|800)/;

const said = (context: Context, input: JsonObject): StoredEntity =>
  findSaid(context, numberPlace, input, 'PhoneNumberId');

const listed = (context: Context, number: StoredEntity): JsonObject => ({
  PhoneNumberId: number.Id,
  PhoneNumberArn: number.Arn,
  TargetArn: context.instance.arn,
  InstanceId: context.instance.id,
  ...pick(number, ['PhoneNumber', 'PhoneNumberCountryCode', 'PhoneNumberType', 'PhoneNumberDescription']),
});

/** The older list, which spells the ARN as if the number were in the instance; such an ARN names nothing. */
const listedAsBefore = (context: Context, number: StoredEntity): JsonObject => ({
  Id: number.Id,
  Arn: `${context.instance.arn}/phone-number/${number.Id}`,
  ...pick(number, ['PhoneNumber', 'PhoneNumberCountryCode', 'PhoneNumberType']),
});

function asked(context: Context, input: JsonObject): readonly StoredEntity[] {
  const [types, countries] = [texts(input, 'PhoneNumberTypes'), texts(input, 'PhoneNumberCountryCodes')];
  const prefix = optionalText(input, 'PhoneNumberPrefix') ?? '';
  return context.store
    .all(numberPlace.collection)
    .filter(
      (number) =>
        (types.length === 0 || types.includes(text(number, 'PhoneNumberType'))) &&
        (countries.length === 0 || countries.includes(text(number, 'PhoneNumberCountryCode'))) &&
        text(number, 'PhoneNumber').startsWith(prefix),
    );
}

/** Numbers are claimed to the instance; traffic distribution groups there are none of. */
function requireTarget(context: Context, input: JsonObject, required: boolean): void {
  const target = optionalText(input, 'TargetArn');
  if (target !== undefined && target !== context.instance.arn) throw notFound('TargetArn', target);
  if (required && target === undefined && input['InstanceId'] === undefined) {
    throw invalidParameter('Invalid parameter: TargetArn or InstanceId is required');
  }
}

/** A queue that shows the number to those whom its agents call. */
function queueWith(context: Context, number: StoredEntity): StoredEntity | undefined {
  return context.store
    .all(queuePlace.collection)
    .find((queue) => object(queue, 'OutboundCallerConfig')?.['OutboundCallerIdNumberId'] === number.Id);
}

export const numberHandlers: Handlers = {
  ListPhoneNumbers: (input, context) =>
    page(
      input,
      'PhoneNumberSummaryList',
      asked(context, input).map((number) => listedAsBefore(context, number)),
    ),
  ListPhoneNumbersV2: (input, context) => {
    requireTarget(context, input, false);
    return page(
      input,
      'ListPhoneNumbersSummaryList',
      asked(context, input).map((number) => listed(context, number)),
    );
  },
  DescribePhoneNumber: (input, context) => {
    const number = said(context, input);
    return {
      ClaimedPhoneNumberSummary: {
        ...listed(context, number),
        ...pick(number, ['Tags']),
        PhoneNumberStatus: { Status: 'CLAIMED' },
      },
    };
  },
  ClaimPhoneNumber: (input, context) => {
    requireTarget(context, input, true);
    const number = text(input, 'PhoneNumber');
    const country = countriesOf(number)[0] ?? 'US';
    if (!isPhoneNumber(number) || named(context, numberPlace, number) !== undefined) {
      throw invalidParameter(`Phone number not available: ${number}`);
    }
    const { partition, region, account } = context.instance;
    const id = context.newId();
    const claimed: StoredEntity = {
      Id: id,
      Arn: `arn:${partition}:connect:${region}:${account}:phone-number/${id}`,
      ...modified(context),
      ...pick(input, ['PhoneNumber', 'PhoneNumberDescription', 'Tags']),
      PhoneNumberCountryCode: country,
      PhoneNumberType: TOLL_FREE.test(number) ? 'TOLL_FREE' : 'DID',
    };
    put(context, numberPlace, claimed);
    return { PhoneNumberId: id, PhoneNumberArn: claimed.Arn };
  },
  ReleasePhoneNumber: (input, context) => {
    const number = said(context, input);
    const queue = queueWith(context, number);
    if (queue !== undefined) throw inUse(numberPlace, number.Id, queuePlace, queue.Id);
    remove(context, numberPlace, number);
    return {};
  },
  UpdatePhoneNumber: (input, context) => {
    requireTarget(context, input, true);
    const number = said(context, input);
    return { PhoneNumberId: number.Id, PhoneNumberArn: number.Arn };
  },
  UpdatePhoneNumberMetadata: (input, context) => {
    put(
      context,
      numberPlace,
      change(context, numberPlace, said(context, input), pick(input, ['PhoneNumberDescription'])),
    );
    return {};
  },
  /** Numbers that nobody has: subscribers' numbers do not begin with 000. */
  SearchAvailablePhoneNumbers: (input, context) => {
    requireTarget(context, input, true);
    const [country, type] = [text(input, 'PhoneNumberCountryCode'), text(input, 'PhoneNumberType')];
    const code = Object.entries(COUNTRIES_BY_CALLING_CODE).find(([, names]) => names.split(' ').includes(country))?.[0];
    const prefix = optionalText(input, 'PhoneNumberPrefix') ?? `+${code ?? ''}`;
    const free = Array.from({ length: 20 }, (_, i) => `+${code ?? ''}000555${String(i).padStart(2, '0')}0`).filter(
      (number) => code !== undefined && number.startsWith(prefix) && named(context, numberPlace, number) === undefined,
    );
    return page(
      input,
      'AvailableNumbersList',
      free.map((PhoneNumber) => ({ PhoneNumber, PhoneNumberCountryCode: country, PhoneNumberType: type })),
      10,
    );
  },
  AssociatePhoneNumberContactFlow: (input, context) => {
    const flow = flowSaid(context, input, 'ContactFlowId', ['CONTACT_FLOW']);
    put(context, numberPlace, change(context, numberPlace, said(context, input), { ContactFlowId: flow.Id }));
    return {};
  },
  DisassociatePhoneNumberContactFlow: (input, context) => {
    const number = said(context, input);
    put(context, numberPlace, change(context, numberPlace, number, { ContactFlowId: undefined }));
    return {};
  },
};
