import { speechOf } from '../facts/speech.ts';
import { rule } from '../rule.ts';
import { block, disconnect, flow } from '../sample.ts';

export default rule<{ block: string; time: string }>({
  code: 'lint/ssml-break-too-long',
  severity: 'warning',
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
        if (seconds <= 10) continue;
        const place = context.parameterPlace(speech.action, speech.parameter);
        report(place, { block: context.name(speech.action), time: `${number} ${unit}` });
        break;
      }
    }
  },
});

const BREAK = /<break\b[^>]*\btime\s*=\s*["'](\d+(?:\.\d+)?)(ms|s)["']/g;

function say(SSML: string) {
  return block('say', 'MessageParticipant', { SSML }, { next: 'bye' });
}
