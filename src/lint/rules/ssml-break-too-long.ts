import type { Extras } from '../../diagnostics/diagnostic.ts';
import { replaceBy } from '../../diagnostics/remedy.ts';
import type { Place } from '../../text/text.ts';
import { speechOf } from '../facts/speech.ts';
import { rule } from '../rule.ts';
import { block, disconnect, flow } from '../sample.ts';

export default rule<{ block: string; time: string }>({
  code: 'lint/ssml-break-too-long',
  severity: 'warning',
  scope: 'block',
  summary: 'A pause in SSML is longer than speech synthesis makes.',
  docs: `
\`<break time="…"/>\` makes pauses of up to ten seconds. A longer one is refused, and the block takes its error branch, so
nothing of the prompt is heard. Several pauses in a row, or a *Wait*, make a longer one.

Source: https://docs.aws.amazon.com/polly/latest/dg/supportedtags.html
`,
  bad: () => ({ content: flow([say('<speak>One moment. <break time="30s"/> Thank you.</speak>'), disconnect()]) }),
  good: () => ({ content: flow([say('<speak>One moment. <break time="10s"/> Thank you.</speak>'), disconnect()]) }),
  message: (p) => `${p.block} wants a pause of ${p.time}, and 10 seconds is the most.`,
  help: () => 'Shorten it, or put several in a row.',
  check(context, report) {
    for (const speech of context.shared(speechOf)) {
      if (!speech.markup) continue;
      for (const [, number = '', unit = ''] of speech.value.matchAll(BREAK)) {
        const seconds = unit === 'ms' ? Number(number) / 1000 : Number(number);
        if (seconds <= LONGEST) continue;
        const place = context.parameterPlace(speech.action, speech.parameter);
        report(place, { block: context.name(speech.action), time: `${number} ${unit}` }, inParts(place));
        break;
      }
    }
  },
});

/** Seconds that one pause may last. */
const LONGEST = 10;
/** More pauses in a row than this are better a Wait. */
const MOST_PARTS = 6;

/** Several pauses in the place of the first that is too long. */
function inParts({ source, span }: Place): Extras {
  for (const match of source.text.slice(span.start, span.end).matchAll(TAG)) {
    const [tag, head = '', number = '', unit = '', tail = ''] = match;
    const seconds = unit === 'ms' ? Number(number) / 1000 : Number(number);
    const parts = Math.ceil(seconds / LONGEST);
    if (parts < 2) continue;
    if (parts > MOST_PARTS) return {};
    const start = span.start + match.index;
    const last = Math.round((seconds - LONGEST * (parts - 1)) * 1000) / 1000;
    const newText = `${head}${LONGEST}s${tail}`.repeat(parts - 1) + `${head}${last}s${tail}`;
    return replaceBy({ start, end: start + tag.length }, newText, 'Divide it into pauses of up to 10 seconds');
  }
  return {};
}

/** As it stands in the source, where quotes may be escaped. */
const TAG = /(<break\b[^>]*?\btime\s*=\s*\\?["'])(\d+(?:\.\d+)?)(ms|s)(\\?["'][^>]*\/>)/g;

const BREAK = /<break\b[^>]*\btime\s*=\s*["'](\d+(?:\.\d+)?)(ms|s)["']/g;

function say(SSML: string) {
  return block('say', 'MessageParticipant', { SSML }, { next: 'bye' });
}
