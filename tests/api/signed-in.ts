import { expect } from 'vitest';
import { type ProblemCode, ProblemDetails, problems } from '../../shared/protocol/index.ts';
import { aPhone, type Phone } from '../support/phone.ts';
import { type Person, SANDI, type TestServer } from '../support/server.ts';

/** A phone on which the person has signed in. */
export const phoneOf = async (server: TestServer, { nip }: Person): Promise<Phone> => {
  const phone = await aPhone((request) => server.fetch(request));
  const response = await phone.signIn(nip, SANDI);
  expect(response.status).toBe(200);
  return phone;
};

/** Cuts a phone of hers off, by her password. */
export const putuskan = (phone: Phone, id: string, sandi = SANDI): Promise<Response> =>
  phone.ask(
    `/api/devices/${id}/cut`,
    { method: 'POST', body: JSON.stringify({ sandi }) },
    { 'content-type': 'application/json' },
  );

/** Expects problem details with this code and all that belongs to it; gives them back. */
export const expectProblem = async (response: Response, code: ProblemCode): Promise<ProblemDetails> => {
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  const problem = ProblemDetails.parse(await response.json());
  expect(problem).toMatchObject({
    code,
    type: `/masalah/${code}`,
    title: problems[code].title,
    status: problems[code].status,
  });
  expect(response.status).toBe(problems[code].status);
  expect(problem.instance).toBe(response.headers.get('request-id'));
  return problem;
};
