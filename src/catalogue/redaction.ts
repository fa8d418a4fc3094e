/**
 * Kinds of sensitive data that analytics can mask.
 * Source: https://docs.aws.amazon.com/connect/latest/adminguide/contact-block-definitions.html, the block "Set recording,
 * analytics and processing behavior" (2026-10 copy).
 */

/** Source word → flow-language word, all 39. */
export const redactionWords: Readonly<Record<string, string>> = {
  bank_account_number: 'BANK_ACCOUNT_NUMBER',
  bank_routing: 'BANK_ROUTING',
  credit_debit_number: 'CREDIT_DEBIT_NUMBER',
  credit_debit_cvv: 'CREDIT_DEBIT_CVV',
  credit_debit_expiry: 'CREDIT_DEBIT_EXPIRY',
  international_bank_account_number: 'INTERNATIONAL_BANK_ACCOUNT_NUMBER',
  pin: 'PIN',
  swift_code: 'SWIFT_CODE',
  ca_health_number: 'CA_HEALTH_NUMBER',
  uk_national_health_service_number: 'UK_NATIONAL_HEALTH_SERVICE_NUMBER',
  ca_social_insurance_number: 'CA_SOCIAL_INSURANCE_NUMBER',
  ssn: 'SSN',
  uk_national_insurance_number: 'UK_NATIONAL_INSURANCE_NUMBER',
  passport_number: 'PASSPORT_NUMBER',
  driver_id: 'DRIVER_ID',
  in_aadhaar: 'IN_AADHAAR',
  name: 'NAME',
  age: 'AGE',
  email: 'EMAIL',
  phone: 'PHONE',
  address: 'ADDRESS',
  us_individual_tax_identification_number: 'US_INDIVIDUAL_TAX_IDENTIFICATION_NUMBER',
  uk_unique_taxpayer_reference_number: 'UK_UNIQUE_TAXPAYER_REFERENCE_NUMBER',
  in_permanent_account_number: 'IN_PERMANENT_ACCOUNT_NUMBER',
  in_nrega: 'IN_NREGA',
  aws_access_key: 'AWS_ACCESS_KEY',
  aws_secret_key: 'AWS_SECRET_KEY',
  ip_address: 'IP_ADDRESS',
  mac_address: 'MAC_ADDRESS',
  password: 'PASSWORD',
  url: 'URL',
  username: 'USERNAME',
  license_plate: 'LICENSE_PLATE',
  vehicle_identification_number: 'VEHICLE_IDENTIFICATION_NUMBER',
  in_voter_number: 'IN_VOTER_NUMBER',
  date_time: 'DATE_TIME',
  agent_display_name: 'AGENT_DISPLAY_NAME',
  customer_display_name: 'CUSTOMER_DISPLAY_NAME',
  attachment_name: 'ATTACHMENT_NAME',
};

/** What can be masked in what is stored. */
export const redactionEntities: readonly string[] = Object.values(redactionWords);

/** Not for messages in flight: they can be masked only in what is stored. */
const notInFlight: readonly string[] = [
  'IN_PERMANENT_ACCOUNT_NUMBER',
  'IN_NREGA',
  'IN_VOTER_NUMBER',
  'IN_AADHAAR',
  'DATE_TIME',
  'CUSTOMER_DISPLAY_NAME',
  'AGENT_DISPLAY_NAME',
  'ATTACHMENT_NAME',
];

/** Source word → flow-language word of what can be masked in messages on their way. */
export const inFlightWords: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(redactionWords).filter(([, entity]) => !notInFlight.includes(entity)),
);
