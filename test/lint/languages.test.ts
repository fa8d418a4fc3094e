/** Voices and the languages of texts. */
import { describe, expect, it } from 'vitest';
import { languageNamed, languageOfProse } from '../../src/lint/facts/prose.ts';
import { found } from './found.ts';

describe('the language of a text', () => {
  it.each([
    ['Thank you for calling. Please hold the line.', 'en'],
    ['Do you want to speak to a person? Please say yes or no.', 'en'],
    ['Gracias por llamar. Por favor espere en la línea.', 'es'],
    ['Para ventas, oprima el número uno. Para soporte, oprima el dos.', 'es'],
    ['Merci de votre appel. Veuillez patienter, nous sommes avec vous.', 'fr'],
    ['Vielen Dank für Ihren Anruf. Bitte bleiben Sie in der Leitung.', 'de'],
    ['Grazie per la chiamata. La preghiamo di attendere in linea.', 'it'],
    ['Obrigado por ligar. Por favor, aguarde na linha, você é o próximo.', 'pt'],
    ['For English, press 1. Para español, oprima el número 2.', undefined],
    ['For service in English, please press 1. Pour le service en français, appuyez sur le 2.', undefined],
    ['Hello', undefined],
    ['Amazon Connect', undefined],
    ['$.Attributes.the.and.for.you.please', undefined],
    ['お電話ありがとうございます。', undefined],
    ['', undefined],
  ])('%s', (text, language) => {
    expect(languageOfProse(text)).toBe(language);
  });

  it.each([
    ['en', 'en'],
    ['en-US', 'en'],
    ['ES_mx', 'es'],
    ['Spanish', 'es'],
    ['日本語', 'ja'],
    ['1', undefined],
    ['gold', undefined],
    ['constructor', undefined],
    [1, undefined],
  ])('that the value %s names', (value, language) => {
    expect(languageNamed(value)).toBe(language);
  });
});

const HEAD = `inbound flow Main {
  on error -> disconnect

  set voice Joanna neural
  menu "For English, press 1. Para español, oprima el número 2." {
    on 1, timeout, default { set attributes { language: "en" } }
    on 2 {
      set voice Lupe neural
      set attributes { language: "es" }
    }
  }
`;
const of = (body: string, head = HEAD) =>
  found(`existing module Greet\n\n${head}${body}  disconnect\n}\n`).filter((each) => /missing-tr|text-lang/.test(each));
const THANKS = '  play "Thank you. Please hold the line."\n';
const GRACIAS = '  play "Gracias por llamar. Por favor espere en la línea."\n';

describe('one text for voices of two languages', () => {
  it('is told, and not a second time as a text in another language', () => {
    expect(of(THANKS)).toEqual(['lint/missing-translation play "Thank you. Please hold the line."']);
    expect(of(GRACIAS)).toHaveLength(1);
  });

  it('is not told where the voices are parted by the language again', () => {
    expect(of(`  if $.Attributes.language == "en" {\n  ${THANKS}  } else {\n  ${GRACIAS}  }\n`)).toEqual([]);
    expect(
      of(
        `  match $.Attributes.language {\n    on "Spanish" {\n  ${GRACIAS}    }\n    on default {\n  ${THANKS}    }\n  }\n`,
      ),
    ).toEqual([]);
  });

  it('is told again where those branches have met', () => {
    const parted = `  if $.Attributes.language == "en" {\n  ${THANKS}  } else {\n  ${GRACIAS}  }\n`;
    expect(of(`${parted}  play "Until next time, and goodbye."\n`)).toHaveLength(1);
  });

  it('is not told where nobody knows the voice', () => {
    expect(of(THANKS, HEAD.replace('    on 2', '    on 3 { set voice "Robot" neural }\n    on 2'))).toEqual([]);
    expect(of(`  if $.Attributes.lang == "2" {\n  ${GRACIAS}  }\n${THANKS}`)).toEqual([]);
    expect(of(`  invoke module Greet\n${THANKS}`)).toEqual([]);
    expect(of(THANKS, HEAD.replace('Lupe neural', '$.Attributes.voice'))).toEqual([]);
  });

  it('is not told of what is no text of one language', () => {
    expect(of('  play $.Attributes.thanks\n')).toEqual([]);
    expect(of('  play "AnyCompany"\n')).toEqual([]);
    expect(of('  play "For sales, press 1. Para ventas, oprima el número 1."\n')).toEqual([]);
    expect(of('  play ssml "<speak>Thank you. <lang xml:lang=\\"es-US\\">Gracias.</lang></speak>"\n')).toEqual([]);
    expect(of(THANKS, HEAD.replace('Lupe', 'Matthew'))).toEqual([]);
    expect(of(`  if $.Channel == "CHAT" {\n  ${THANKS}  }\n`)).toEqual([]);
  });

  it('is told of Japanese too', () => {
    const head = HEAD.replace('Lupe', 'Kazuha').replace(
      'Para español, oprima el número 2.',
      '日本語は2を押してください。',
    );
    expect(of('  play "少々お待ちください。"\n', head)).toHaveLength(1);
    expect(of('  play "Amazon Connect 少々"\n', head)).toHaveLength(1);
  });
});

describe('a text in another language than the voice', () => {
  const alone = (voice: string) => `inbound flow Main {\n  on error -> disconnect\n  set voice ${voice} neural\n`;

  it('is told, and let pass where the voice speaks both', () => {
    expect(of(GRACIAS, alone('Joanna'))).toEqual([expect.stringContaining('lint/text-language')]);
    expect(of(THANKS, alone('Kazuha'))).toEqual([expect.stringContaining('lint/text-language')]);
    expect(of(THANKS, alone('Kajal'))).toEqual([]);
    expect(of(GRACIAS, alone('Lupe'))).toEqual([]);
    const hindi = (voice: string) =>
      found(`${alone(voice)}  play "नमस्ते। कृपया प्रतीक्षा करें।"\n  disconnect\n}\n`, 'lint/text-script');
    expect(hindi('Kajal')).toEqual([]);
    expect(hindi('Joanna')).toHaveLength(1);
  });

  it('is told of the default voice in a plain call only', () => {
    const bare = 'inbound flow Main {\n  on error -> disconnect\n';
    expect(of(GRACIAS, bare)).toEqual([]);
    expect(of(`${GRACIAS}  menu "Oprima 1." { on 1, timeout, default -> next }\n`, bare)).toHaveLength(1);
  });
});

describe('the newscaster style', () => {
  const CODE = 'lint/voice-style';
  const style = (voice: string) =>
    found(`inbound flow Main {\n  set voice ${voice}\n  play "Hello."\n  disconnect\n}\n`, CODE);

  it('is what four voices have, in the neural engine', () => {
    expect(style('Joanna neural newscaster')).toEqual([]);
    expect(style('Lupe neural newscaster')).toEqual([]);
    expect(style('Kazuha neural newscaster')).toEqual([`${CODE} set voice Kazuha neural newscaster`]);
    expect(style('Joanna standard newscaster')).toEqual([`${CODE} set voice Joanna standard newscaster`]);
  });

  it('is left to other rules where there is no such voice or engine', () => {
    expect(style('"Robot" neural newscaster')).not.toContain(expect.stringContaining(CODE));
    expect(style('Lupe long_form newscaster')).toEqual([]);
  });

  it('is another than the conversational one, of which nobody knows who has it', () => {
    expect(style('Kazuha neural conversational')).toEqual([]);
  });
});
