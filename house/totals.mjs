// Reads what Vitest's JSON reporter wrote and ends with "N passed, N failed" on a line of its own.
// A file that could not even be loaded counts as one failure, and so does a run that left no report.
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';

const read = (path) => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return { numPassedTests: 0, numFailedTests: 1, testResults: [] };
  }
};

const report = read(process.argv[2] ?? '');
const broken = report.testResults.filter(
  ({ status, assertionResults }) =>
    status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
);
for (const { name, message } of broken) process.stdout.write(`${name}: ${message}\n`);

// Named here once more, at the end: the place where they failed is thousands of lines above.
for (const { name, assertionResults } of report.testResults)
  for (const { status, fullName, failureMessages = [] } of assertionResults)
    if (status === 'failed')
      process.stdout.write(
        `failed: ${relative('.', name)}: ${fullName}\n  ${(failureMessages[0] ?? '').split('\n').slice(0, 12).join('\n  ')}\n`,
      );

const failed = report.numFailedTests + broken.length;
process.stdout.write(`${report.numPassedTests} passed, ${failed} failed\n`);
process.exit(failed === 0 && report.numPassedTests > 0 ? 0 : 1);
