import { hostileTexts } from '@/lib/platform/testing/hostile-strings';
import { e2eUrl } from '@/scripts/e2e/place';
import { hiddenFields } from '@/scripts/trial/page-form';
import { expect, test } from './fixtures';

const pages = ['/report', '/sign-in', '/password', '/subscribe', '/track'];

/** The fields by which a page's form names itself when there is no script. */
function ownFields(page: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(hiddenFields(page)).filter(([name]) => name.startsWith('$ACTION')),
  );
}

for (const path of pages) {
  test(`the form of ${path} is answered whatever is typed into it, and told when nobody could read it`, async ({
    request,
  }) => {
    const own = ownFields(await (await request.get(path)).text());
    expect(Object.keys(own).length).toBeGreaterThan(0);
    for (const text of hostileTexts.filter((one) => one.length < 2_000)) {
      const typed = { email: text, password: text, name: text, reference: text, description: text };
      const answer = await request.post(path, {
        multipart: { ...own, ...typed },
        headers: { origin: e2eUrl },
      });
      expect([answer.status(), text]).toEqual([200, text]);
      expect(await answer.text()).toContain('</html>');
    }
    const { '$ACTION_1:0': _, ...cut } = own;
    const unread = [
      { multipart: { ...cut, $ACTION_REF_1: '' } },
      { multipart: { ...own, '$ACTION_1:1': '["$F9"]', $ACTION_REF_1: '', '$ACTION_1:0': '{' } },
      { data: '', headers: { 'content-type': 'multipart/form-data; boundary=x' } },
      { data: '--x\r\nbroken', headers: { 'content-type': 'multipart/form-data; boundary=x' } },
      { data: 'email=%FF&=&%', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      { data: '[', headers: { 'content-type': 'text/plain', 'next-action': '0'.repeat(42) } },
    ];
    for (const sent of unread) {
      const answer = await request.post(path, sent);
      expect(answer.status()).toBe(400);
      expect((await answer.json()).detail).toMatch(/form.*\.$/);
    }
    const foreign = await request.post(path, { multipart: own, headers: { origin: 'https://evil.example' } });
    expect(foreign.status()).toBe(403);
  });
}
