import { describe, expect, it } from 'vitest';
import { spokenKeys } from '../../src/lint/facts/spoken-keys.ts';
import { found } from './found.ts';

const keys = (text: string): string => spokenKeys(text)?.join('') ?? 'none';

describe('keys that an English text names', () => {
  it.each([
    ['For sales, press 1. For support, press 2.', '12'],
    ['Press one for sales or two for support.', '1'],
    ['Press 1 or 2.', '12'],
    ['Please press 1, 2, or 3 now.', '123'],
    ['To hear this again, press star. To end, press the pound key.', '*#'],
    ['Press # when you are done.', '#'],
    ['Dial 0 for an operator.', '0'],
    ['Press or say 5.', '5'],
    ['Press the number 4.', '4'],
    ['For sales press 1, for support, press the 2 key', '12'],
    ['If this is an emergency, press 911.', 'none'],
    ['Press any key to continue.', 'none'],
    ['We open at 9. Call 5 minutes before.', 'none'],
    ['Our press office opens at 9.', 'none'],
    ['Press 10 times.', 'none'],
    ['Please hold the line.', 'none'],
  ])('%s', (text, expected) => {
    expect(keys(text)).toBe(expected);
  });
});

describe('keys that a Japanese text names', () => {
  it.each([
    ['製品サポートは1を、配送状況は2を、折り返しのお電話をご希望の方は3を押してください。', '123'],
    ['サポートは１を、解約は２を押してください。', '12'],
    ['「1」を押してください。', '1'],
    ['はいの場合は1番を、いいえの場合は2番を押してください。', '12'],
    ['最後にシャープを押してください。', '#'],
    ['もう一度お聞きになるには米印を押してください。', '*'],
    ['製品は1を、オペレーターはゼロを押してください。', '10'],
    ['よろしければ1を、やり直す場合は＃を押してください。', '1#'],
    ['1または2を押してください。', '12'],
    ['電話番号の下4桁を入力し、シャープを押してください。', '#'],
    ['受付時間は9時から18時です。1を押してください。', '1'],
    ['10を押してください。', 'none'],
    ['番号をプッシュしてください。', 'none'],
    ['そのままお待ちください。', 'none'],
  ])('%s', (text, expected) => {
    expect(keys(text)).toBe(expected);
  });
});

describe('keys that a text in other languages names', () => {
  it.each([
    ['For English, press 1. Para español, oprima el número dos.', '12'],
    ['Para ventas, marque uno; para soporte, presione la tecla 2.', '12'],
    ['Marque un número de teléfono.', 'none'],
    ['Pulse la tecla asterisco para volver al menú.', '*'],
    ['Para vendas, digite um. Para suporte, tecle o número 2.', '12'],
    ['Digite um para vendas ou dois para suporte.', '1'],
    ['Digite um número.', 'none'],
    ['Digite os quatro últimos dígitos.', 'none'],
    ['Digite quatro dígitos.', 'none'],
    ['Pour les ventes, appuyez sur la touche 1. Pour le support, tapez deux.', '12'],
    ['Terminez en appuyant. Appuyez sur dièse.', '#'],
    ['Composez un numéro.', 'none'],
    ['Für den Vertrieb drücken Sie bitte die 1, für den Support die Taste 2.', '1'],
    ['Drücken Sie die Taste eins oder zwei.', '12'],
    ['Wählen Sie die Raute.', '#'],
    ['Wählen Sie die Rautetaste.', '#'],
    ['Per le vendite prema 1, per assistenza premere il tasto due.', '12'],
    ['Marque 01 800.', 'none'],
    ['オペレーターは0を押してください。For English, press 9.', '09'],
  ])('%s', (text, expected) => {
    expect(keys(text)).toBe(expected);
  });
});

describe('a star that ends an input', () => {
  const CODE = 'lint/end-key-cancels';
  const asked = (entries: string) =>
    found(
      `inbound flow A {\n  ask "Enter it." { max_digits: 8, ${entries}, on error -> next }\n  disconnect\n}\n`,
      CODE,
    ).length;

  it.each([
    ['ends_with: "*"', 1],
    ['ends_with: "#*", cancel_key: on', 1],
    ['ends_with: "*", cancel_key: off', 0],
    ['ends_with: "#"', 0],
  ])('%s', (entries, told) => {
    expect(asked(entries)).toBe(told);
  });
});
