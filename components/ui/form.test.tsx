import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Choice, ChoiceGroup } from './choice';
import { Form } from './form';
import { ReasonField } from './reason-field';

const errors = [
  { field: 'reason', message: 'Say why.' },
  { field: 'status', message: 'Choose a status.' },
];

function TwoForms() {
  return ['first', 'second'].map((name) => (
    <Form key={name} errors={errors}>
      <ChoiceGroup name="status" legend="Status" hint="As users see it" error="Choose a status.">
        <Choice type="radio" name="status" label="Degraded" />
      </ChoiceGroup>
      <ReasonField value="" onChange={() => {}} hint="For the team" error="Say why." />
    </Form>
  ));
}

const all = (markup: string, attribute: string): string[] =>
  [...markup.matchAll(new RegExp(` ${attribute}="([^"]*)"`, 'g'))].flatMap(([, value = '']) =>
    value.split(' '),
  );

test('two forms of a kind on one page share no id, and each points at its own fields', () => {
  const markup = renderToStaticMarkup(<TwoForms />);
  const ids = all(markup, 'id');
  expect(ids.length).toBe(12);
  expect(new Set(ids).size).toBe(ids.length);
  for (const form of markup.split('</form>').slice(0, 2)) {
    const own = all(form, 'id');
    const links = all(form, 'href').map((href) => href.replace('#', ''));
    expect(links).toHaveLength(errors.length);
    for (const target of [...links, ...all(form, 'for'), ...all(form, 'aria-describedby')]) {
      expect(own).toContain(target);
    }
  }
});

test('what no field is to blame for is not called a thing to fix', () => {
  const late = renderToStaticMarkup(<Form errors={[{ message: 'Hanna was first.' }]}>{null}</Form>);
  expect(late).toContain('That did not work');
  expect(renderToStaticMarkup(<TwoForms />)).toContain('There are 2 things to fix');
});
