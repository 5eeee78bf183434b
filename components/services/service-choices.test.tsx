import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { ServiceChoices } from './service-choices';

const choices = (count: number, chosen?: number) =>
  renderToStaticMarkup(
    <ServiceChoices
      className="grid2"
      services={Array.from({ length: count }, (_, place) => ({
        slug: `s${place}`,
        text: `Service ${place}`,
        isChosen: place === chosen,
        choice: <b>{`service ${place}.`}</b>,
      }))}
    >
      <i>Not sure</i>
    </ServiceChoices>,
  );

test('of 85 services a few stand open, the others are folded behind their number and can be searched for', () => {
  const [shown = '', folded = ''] = choices(85).split('<details');
  expect(shown.match(/service \d+\./g)).toHaveLength(8);
  expect(shown).toContain('type="search"');
  expect(folded).toContain('Show all 85 services');
  expect(folded.match(/service \d+\./g)).toHaveLength(77);
  expect(folded).toContain('Not sure');
});

test('the chosen one stands open however far down it is', () => {
  expect(choices(85, 80).split('<details')[0]).toContain('service 80.');
});

test('a few services are neither folded nor searched', () => {
  expect(choices(12)).not.toMatch(/details|search/);
});
