import { type AkunRooms, type Hasil, tolak } from './akun.ts';
import { type Diputuskan, type Kemajuan, putuskan } from './keputusan.ts';

/**
 * The instansi's switch: whether teachers of these schools may publish portfolios. It is a command in each school's ledger,
 * so that phones know it without a network and it can be told later who was allowed when; a school that has it so already
 * gets no second line ({@link putuskan}).
 */
export const aturPortofolio = async (
  rooms: AkunRooms & { readonly kemajuan?: Kemajuan },
  isian: Readonly<Record<string, string>>,
): Promise<Hasil<Diputuskan>> => {
  const { izinkan } = isian;
  if (izinkan !== 'ya' && izinkan !== 'tidak') return tolak('Isi --izinkan dengan ya atau tidak.');
  const boleh = izinkan === 'ya';
  return putuskan(rooms, isian, async (_tx, _shard, { portofolio }) => ({
    ok: true,
    perintah:
      (portofolio?.instansi ?? false) === boleh ? [] : [{ kind: 'portofolio.izinkan', body: { boleh } }],
  }));
};
