import { isTerbuka, periksaUsulan, rapiNilai } from '../../shared/domain/index.ts';
import { refuse } from '../../shared/protocol/index.ts';
import { cleanText, type Usulan } from '../../shared/records/index.ts';
import { type NewPhoto, putPhoto, queuePhotos, usulanOf } from '../store/index.ts';
import { actOnce, type Done } from './act.ts';
import { type Acting, Refused } from './journal.ts';

export { shrinkPhoto } from './shrink.ts';

/** A usulan as it was typed: links one a line, photos shrunk but not stored yet. */
export type IsianUsulan = Pick<Usulan, 'bidang' | 'nilai' | 'semula' | 'bukti'> & {
  readonly tautan: string;
  readonly foto: readonly NewPhoto[];
};

/** What was typed, as it is stored. */
const rapi = ({ bidang, nilai, semula, bukti, tautan, foto }: IsianUsulan): Usulan => ({
  ...{ bidang, semula, nilai: rapiNilai(bidang, cleanText(nilai)), bukti: cleanText(bukti).trim() },
  tautan: cleanText(tautan).split(/\s+/).filter(Boolean),
  foto: foto.map((satu) => satu.foto),
});

/** Proposes a correction of one's own data; its photos are kept and queued with it, or nothing is. One a field waits. */
export const ajukanUsulan = async (acting: Acting, isian: IsianUsulan): Promise<Done> => {
  const body = rapi(isian);
  const salah = periksaUsulan(body);
  if (salah) return salah;
  return actOnce(
    acting,
    { kind: 'usulan.ajukan', record: null, base: null, body },
    {
      before: async () => {
        const lain = await usulanOf(acting.store);
        const menunggu = lain.some(
          ({ content, state, lokal }) =>
            content.bidang === body.bidang && isTerbuka(state) && lokal !== 'ditolak',
        );
        if (menunggu) throw new Refused(refuse('usulan_menunggu', { bidang: body.bidang }));
      },
      after: async (db) => {
        for (const satu of isian.foto) await putPhoto(db, satu, acting.clock());
        await queuePhotos(db, body.foto);
      },
    },
  );
};

/** Takes a usulan back that nobody has decided yet. */
export const tarikUsulan = (acting: Acting, id: string): Promise<Done> =>
  actOnce(acting, { kind: 'usulan.tarik', record: id, body: {} });
