import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { untouchedChoices } from '@/lib/subscribers/rules/form';
import { ChoiceFields } from './choice-fields';

const offered = [{ slug: 'mail', name: 'Mail', description: '' }];
const fields = (asked: string[], services = offered) =>
  renderToStaticMarkup(
    <ChoiceFields asked={asked} typed={{ ...untouchedChoices, services: asked }} services={services} />,
  );

test('whoever asked for a service that is not offered any more is told, and says all services by a tick', () => {
  for (const html of [fields(['search']), fields(['search', 'mail']), fields(['search'], [])]) {
    expect(html).toContain('Not every service that was asked for is on the list any more.');
    expect(html).toContain('name="gone"');
    expect(html).toMatch(/<input type="checkbox" name="all"/);
    expect(html).not.toContain('Tick none');
  }
});

test('else no tick says so', () => {
  for (const html of [fields([]), fields(['mail'])]) {
    expect(html).toContain('Tick none to hear about all of them');
    expect(html).not.toMatch(/name="(gone|all)"/);
  }
});
