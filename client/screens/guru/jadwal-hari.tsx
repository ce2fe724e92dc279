import { bagianDari, type Pelajaran, type TemuanJadwal } from '../../../shared/domain/index.ts';
import { jadwalMengajar as words } from '../../i18n/id/jadwal.ts';
import { umum } from '../../i18n/id/umum.ts';
import { Button, Section } from '../../ui/index.ts';

/** What lies open over the week. */
export type Terbuka =
  | { readonly apa: 'baru'; readonly hari: number }
  | { readonly apa: 'ubah'; readonly semula: Pelajaran }
  | { readonly apa: 'salin'; readonly dari: number }
  | { readonly apa: 'tempel' }
  | null;

/** Where the keyboard goes on once a row of the day is gone. */
export const tombolTambah = (hari: number): string => `jadwal-tambah-${hari}`;

type HariProps = {
  readonly hari: number;
  readonly sehari: readonly Pelajaran[];
  readonly temuan: readonly TemuanJadwal[];
  readonly onBuka: (terbuka: Terbuka) => void;
  readonly onHapus: (satu: Pelajaran) => void;
};

const Baris = ({
  satu,
  temuan,
  onBuka,
  onHapus,
}: Omit<HariProps, 'hari' | 'sehari'> & { satu: Pelajaran }) => {
  const bagian = bagianDari(satu);
  const salah = temuan.find(({ jam }) => bagian(jam));
  return (
    <li>
      <div class="baris-aksi">
        <button
          type="button"
          class={salah ? 'jadwal-salah' : undefined}
          onClick={() => onBuka({ apa: 'ubah', semula: satu })}
        >
          <span class="baris-entri-judul">
            <span class="sembunyi">{umum.aksi.ubah} </span>
            {words.sebut(satu)}
          </span>
          <span class="redup">{words.ketBaris(satu)}</span>
          {salah && <span class="field-error">{words.salah(salah)}</span>}
        </button>
        <Button kind="teks" icon="trash" aria-label={words.hapus(satu)} onClick={() => onHapus(satu)} />
      </div>
    </li>
  );
};

/** One day of the week, its lessons in order, and what can be done with it. */
export const HariJadwal = ({ hari, sehari, ...rest }: HariProps) => {
  const jp = sehari.reduce((jumlah, satu) => jumlah + satu.jp, 0);
  return (
    <Section
      title={words.hari(hari)}
      action={
        <div class="jadwal-aksi">
          {jp > 0 && <span class="redup">{words.jp(jp)}</span>}
          {jp > 0 && (
            <Button
              kind="teks"
              icon="copy"
              aria-label={words.salinDari(hari)}
              onClick={() => rest.onBuka({ apa: 'salin', dari: hari })}
            />
          )}
          <Button
            kind="teks"
            icon="plus"
            id={tombolTambah(hari)}
            aria-label={words.tambahDi(hari)}
            onClick={() => rest.onBuka({ apa: 'baru', hari })}
          />
        </div>
      }
    >
      {sehari.length === 0 ? (
        <p class="redup">{words.hariKosong}</p>
      ) : (
        <ul class="daftar">
          {sehari.map((satu) => (
            <Baris key={`${satu.mulai}${satu.mapel}${satu.kelas}`} satu={satu} {...rest} />
          ))}
        </ul>
      )}
    </Section>
  );
};
