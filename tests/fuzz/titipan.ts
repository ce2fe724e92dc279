import { sealCargo } from '../../client/actions/titip-segel.ts';
import { type CarriedHeader, type CommandContent, toWireCommand } from '../../shared/protocol/index.ts';
import { ISI } from '../api/wewenang/perintah.ts';
import { shaOf } from '../support/builders.ts';
import { type Phone, sign } from '../support/phone.ts';
import type { Ground } from './ground.ts';
import { type Dice, mutateBytes, mutateJson } from './mutate.ts';

const KINDS = Object.keys(ISI);

/** A command of any kind with the next number of its phone, right but for its body. */
export const aCommand = (dice: Dice, phone: Phone): CommandContent & { readonly number: number } => {
  const kind = dice.oneOf(KINDS);
  const { pada, body } = ISI[kind] ?? { body: {} };
  const rows = [...phone.records.values()].filter(
    ({ k }) => k === (pada === 'keberatan' ? 'evaluasi' : pada),
  );
  const row = pada && rows.length > 0 ? dice.oneOf(rows) : null;
  phone.lastNumber += 1;
  return {
    number: phone.lastNumber,
    kind,
    version: 1,
    shard: row?.s ?? dice.oneOf(Object.keys(phone.positions))?.split('/')[0] ?? 'sek:69593332',
    record: row?.id ?? null,
    base: row?.head ?? null,
    at: 1_795_420_800_000,
    body: dice.onceIn(3) ? body : mutateJson(dice, body),
  };
};

const utf8 = (value: unknown): Uint8Array<ArrayBuffer> => new TextEncoder().encode(JSON.stringify(value));

type Muatan = {
  readonly owner: Phone;
  readonly envelope: Uint8Array<ArrayBuffer>;
  readonly photo?: Uint8Array | undefined;
};

const sealed = async (
  { courier, photos }: Ground,
  { owner, envelope, photo }: Muatan,
): Promise<Uint8Array> => {
  const header: CarriedHeader = {
    ...{ kunci: courier.id, ikat: 'AbCdEfGhIjKlMnOp', nama: 'Sri Wahyuni' },
    ...{ entri: 1, foto: 1, bagian: 1, dari: 1 },
  };
  const cargo = {
    envelopes: [{ bytes: envelope, tanda: await sign(owner.keys, envelope) }],
    photos: photo ? [{ sha: shaOf(photos[0] as Uint8Array), bytes: new Uint8Array(photo) }] : [],
  };
  return (await sealCargo(header, cargo, courier.kunci)).file;
};

/** A file that a colleague carries, as it should be. */
export const titipan = (ground: Ground): Promise<Uint8Array> => {
  const owner = ground.phones[0] as Phone;
  return sealed(ground, { owner, envelope: utf8(owner.request({ ops: [] })) });
};

/** A rightly sealed file whose load is wrong; now and then the seal too. */
export const titipanRusak = async (dice: Dice, ground: Ground): Promise<Uint8Array> => {
  const owner = dice.oneOf(ground.phones);
  const text = utf8(owner.request({ ops: [toWireCommand(aCommand(dice, owner))] }));
  const envelope = new Uint8Array(dice.onceIn(2) ? mutateBytes(dice, text) : text);
  const photo = dice.onceIn(2) ? mutateBytes(dice, ground.photos[0] as Uint8Array) : undefined;
  const file = await sealed(ground, { owner, envelope, photo });
  return dice.onceIn(4) ? mutateBytes(dice, file) : file;
};
