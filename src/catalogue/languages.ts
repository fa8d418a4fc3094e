/**
 * Languages of conversational analytics and what each of them has.
 * Source: https://docs.aws.amazon.com/connect/latest/adminguide/supported-languages.html (2026-10 copy). Redaction works on post-call and chat analytics only, never on real-time calls; many languages
 * are not offered in Cape Town and GovCloud.
 */

export interface AnalyticsLanguage {
  /** As `AnalyticsLanguage` writes it: `ja-JP`. */
  readonly code: string;
  readonly postCall: boolean;
  readonly realTime: boolean;
  readonly chatEmail: boolean;
  readonly summary: boolean;
  readonly sentiment: boolean;
  readonly redaction: boolean;
  readonly patternRules: boolean;
}

type Row = readonly [
  code: string,
  postCall: boolean,
  realTime: boolean,
  chatEmail: boolean,
  summary: boolean,
  sentiment: boolean,
  redaction: boolean,
  patternRules: boolean,
];

const yes = true;
const no = false;

// prettier-ignore
const rows: readonly Row[] = [
  // code     post   real   chat   sum    sent   redact rules
  ['af-ZA', yes,  no, yes,  no,  no,  no, yes],
  ['ar-AE', yes, yes, yes,  no, yes,  no, yes],
  ['ar-SA', yes, yes, yes,  no,  no,  no, yes],
  ['bg-BG', yes,  no, yes,  no,  no,  no,  no],
  ['bn-IN', yes,  no, yes,  no,  no,  no, yes],
  ['bs-BA', yes,  no, yes,  no,  no,  no, yes],
  ['ca-ES', yes, yes, yes,  no,  no,  no, yes],
  ['cs-CZ', yes, yes, yes,  no,  no,  no, yes],
  ['da-DK', yes, yes, yes,  no,  no,  no, yes],
  ['de-CH', yes, yes, yes, yes, yes,  no, yes],
  ['de-DE', yes, yes, yes, yes, yes, yes, yes],
  ['el-GR', yes, yes, yes,  no,  no,  no, yes],
  ['en-AB', yes, yes, yes, yes, yes, yes, yes],
  ['en-AU', yes, yes, yes, yes, yes, yes, yes],
  ['en-GB', yes, yes, yes, yes, yes, yes, yes],
  ['en-IE', yes, yes, yes, yes, yes, yes, yes],
  ['en-IN', yes, yes, yes, yes, yes, yes, yes],
  ['en-NZ', yes, yes, yes, yes, yes, yes, yes],
  ['en-US', yes, yes, yes, yes, yes, yes, yes],
  ['en-WL', yes, yes, yes, yes, yes, yes, yes],
  ['en-ZA', yes, yes, yes, yes, yes, yes, yes],
  ['es-ES', yes, yes, yes, yes, yes, yes, yes],
  ['es-US', yes, yes, yes, yes, yes, yes, yes],
  ['et-ET', yes,  no, yes,  no,  no,  no, yes],
  ['fa-IR', yes, yes, yes,  no,  no,  no, yes],
  ['fi-FI', yes, yes, yes,  no,  no,  no, yes],
  ['fr-CA', yes, yes, yes, yes, yes, yes, yes],
  ['fr-FR', yes, yes, yes, yes, yes, yes, yes],
  ['gl-ES', yes, yes, yes,  no,  no,  no, yes],
  ['he-IL', yes, yes, yes,  no,  no,  no, yes],
  ['hi-IN', yes, yes, yes,  no, yes,  no, yes],
  ['hr-HR', yes, yes, yes,  no,  no,  no, yes],
  ['hu-HU', yes,  no, yes,  no,  no,  no, yes],
  ['id-ID', yes, yes, yes,  no,  no,  no, yes],
  ['it-IT', yes, yes, yes, yes, yes, yes, yes],
  ['ja-JP', yes, yes, yes, yes, yes,  no, yes],
  ['kn-IN', yes,  no, yes,  no,  no,  no, yes],
  ['ko-KR', yes, yes, yes, yes, yes,  no, yes],
  ['lt-LT', yes,  no, yes,  no,  no,  no, yes],
  ['lv-LV', yes, yes, yes,  no,  no,  no, yes],
  ['mk-MK', yes,  no, yes,  no,  no,  no, yes],
  ['ml-IN', yes,  no, yes,  no,  no,  no, yes],
  ['mr-IN', yes,  no, yes,  no,  no,  no, yes],
  ['ms-MY', yes, yes, yes,  no,  no,  no, yes],
  ['nl-NL', yes, yes, yes,  no,  no,  no, yes],
  ['no-NO', yes, yes, yes,  no,  no,  no, yes],
  ['pl-PL', yes, yes, yes,  no,  no,  no, yes],
  ['pt-BR', yes, yes, yes, yes, yes, yes, yes],
  ['pt-PT', yes, yes, yes, yes, yes, yes, yes],
  ['ro-RO', yes, yes, yes,  no,  no,  no, yes],
  ['ru-RU', yes, yes, yes,  no,  no,  no, yes],
  ['si-LK', yes,  no, yes,  no,  no,  no, yes],
  ['sk-SK', yes, yes, yes,  no,  no,  no, yes],
  ['sl-SI', yes,  no, yes,  no,  no,  no, yes],
  ['so-SO', yes,  no, yes,  no,  no,  no, yes],
  ['sr-RS', yes, yes, yes,  no,  no,  no, yes],
  ['su-ID', yes,  no, yes,  no,  no,  no,  no],
  ['sv-SE', yes, yes, yes,  no,  no,  no, yes],
  ['ta-IN', yes,  no, yes,  no,  no,  no, yes],
  ['te-IN', yes,  no, yes,  no,  no,  no,  no],
  ['th-TH', yes, yes, yes,  no,  no,  no,  no],
  ['tl-PH', yes, yes, yes,  no,  no,  no, yes],
  ['tr-TR', yes,  no, yes,  no,  no,  no, yes],
  ['uk-UA', yes, yes, yes,  no,  no,  no, yes],
  ['vi-VN', yes, yes, yes,  no,  no,  no, yes],
  ['zh-CN', yes, yes, yes, yes, yes,  no, yes],
  ['zh-HK',  no,  no, yes, yes,  no,  no,  no],
  ['zu-ZA', yes,  no, yes,  no,  no,  no, yes],
];

/** All languages, in the order of their codes. */
export function analyticsLanguages(): readonly AnalyticsLanguage[] {
  return rows.map(fromRow);
}

/** What analytics can do in a language; undefined when it cannot do anything. */
export function analyticsLanguage(code: string): AnalyticsLanguage | undefined {
  const row = rows.find(([known]) => known === code);
  return row === undefined ? undefined : fromRow(row);
}

function fromRow(row: Row): AnalyticsLanguage {
  const [code, postCall, realTime, chatEmail, summary, sentiment, redaction, patternRules] = row;
  return { code, postCall, realTime, chatEmail, summary, sentiment, redaction, patternRules };
}
