import { describe, expect, test } from 'vitest';
import { auditVerdict } from '../../../house/release-check.mjs';

describe('the audit of a release', () => {
  test('passes where the registry knows of nothing', () => {
    expect(auditVerdict('{"metadata":{"vulnerabilities":{"total":0}}}')).toMatchObject({ code: 0 });
  });

  test('fails on a known hole, and names the package', () => {
    const vulnerabilities = { hono: { name: 'hono', severity: 'high', range: '<4.13.0' } };
    const report = { vulnerabilities, metadata: { vulnerabilities: { total: 1 } } };
    expect(auditVerdict(JSON.stringify(report))).toEqual({
      code: 1,
      lines: ['audit: 1 vulnerable production packages', '  high hono <4.13.0'],
    });
  });

  test.each(['', 'npm error network', '{"message":"405 Method Not Allowed"}', 'null', '{"metadata":{}}'])(
    'never takes silence for a clean result: %s',
    (text) => {
      const { code, lines } = auditVerdict(text);
      expect(code).toBe(2);
      expect(lines[0]).toContain('not checked');
    },
  );
});
