import { describe, expect, test } from 'vitest';
import { findFaults } from '../../src/summaries/faults.ts';

function faults(text: string, lang = 'en') {
  return findFaults({ text, words: text.split(/\s+/).length, terms: 5, last: false }, lang);
}

describe('quotes', () => {
  test.each([
    ['en', '“We saw her turn in the fog," said the captain of the ferry.'],
    ['de', '„Wir sahen sie im Nebel drehen“, sagte die Kapitänin der Fähre.'],
    ['sv', '”Vi såg henne vända i dimman”, sade färjans kapten i går.'],
    ['fr', '« Nous l’avons vue virer dans le brouillard », a dit la capitaine.'],
    ['he', 'דובר צה"ל מסר כי המעבורת עלתה על שרטון בלילה.'],
  ])('%s: %s is whole', (lang, text) => {
    expect(faults(text, lang)).toEqual([]);
  });

  test.each(['She said: “We saw her turn in the fog.', 'Nobody had expected it,” said the captain of the ferry.'])(
    '%s lacks the other half',
    (text) => {
      expect(faults(text)).toContain('loose');
    },
  );
});

describe('sentences that say only who said the one before', () => {
  test.each([
    ['de', 'Das teilte die Küstenwache in Port Ansel mit.'],
    ['de', 'Dies geht aus einem Bericht der Behörde hervor.'],
    ['ru', 'Об этом сообщает пресс-служба городской полиции.'],
    ['es', 'Así lo informó la policía en un comunicado.'],
    ['fr', 'C’est ce qu’a annoncé la préfecture dans la soirée.'],
    ['nl', 'Dat meldt de politie in Nordhafen op maandag.'],
    ['en', 'This was announced by the coastguard on Tuesday evening.'],
  ])('%s: %s', (lang, text) => {
    expect(faults(text, lang)).toContain('fragment');
  });

  test.each([
    ['de', 'Das beschloss der Vorstand mit sechs gegen drei Stimmen.'],
    ['de', 'Das Schiff der Reederei war auf dem Weg nach Nordhafen.'],
    ['es', 'La policía informó de tres detenidos en el puerto.'],
    ['it', 'Lo stadio di Nordhafen resta chiuso fino a lunedì.'],
  ])('%s: %s says more', (lang, text) => {
    expect(faults(text, lang)).not.toContain('fragment');
  });
});

test.each(['Mr. Lund has ruled it out.', 'The operator confirmed this.'])('%s leans on the sentence before', (text) => {
  expect(faults(text)).toContain('dangling');
});
