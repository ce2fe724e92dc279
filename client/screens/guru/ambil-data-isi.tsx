import { useState } from 'preact/hooks';
import { formatNip } from '../../../shared/domain/index.ts';
import type { bukaDataSaya } from '../../actions/index.ts';
import { hariTanggalTahun, rentangJam } from '../../i18n/format.ts';
import { ambilData as words } from '../../i18n/id/ambil-data.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { Banner, Button, ListRow, Section, Toggle } from '../../ui/index.ts';

type Modul = Awaited<ReturnType<typeof bukaDataSaya>>;
/** A file that was read, with the name that it goes by. */
export type Dibaca = Extract<Awaited<ReturnType<Modul['bacaDataSaya']>>, { ok: true }> & {
  readonly nama: string;
};
type Baris = Dibaca['baris'][number];

const SEBAB: Readonly<Record<string, string | undefined>> = words.sebab;
const kataSebab = ({ sebab }: Baris): string =>
  sebab ? (SEBAB[sebab.code] ?? kataMasalah(sebab.code, sebab.params)) : '';

const kapan = ({ isi }: Baris): string => (isi ? `${hariTanggalTahun(isi.tanggal)}, ${rentangJam(isi)}` : '');
const judul = ({ isi, id }: Baris): string => isi?.uraian ?? id;

/** Lines that are not taken over, each with its reason. */
export const DitolakBaris = ({ baris }: { baris: readonly Baris[] }) =>
  baris.length === 0 ? null : (
    <Section title={words.ditolak(baris.length)}>
      <ul class="daftar">
        {baris.map((satu) => (
          <li key={satu.id}>
            <ListRow
              leading="triangle-alert"
              title={judul(satu)}
              meta={[kapan(satu), kataSebab(satu)].filter(Boolean).join(' · ')}
            />
          </li>
        ))}
      </ul>
    </Section>
  );

type PilihanProps = {
  readonly judulBagian: string;
  readonly isi: string;
  readonly baris: readonly Baris[];
  readonly dipilih: ReadonlySet<string>;
  readonly onUbah: (id: readonly string[], ya: boolean) => void;
};

const meta = (satu: Baris): string =>
  [
    kapan(satu),
    satu.disini ? words.disini(satu.disini.isi.uraian) : '',
    satu.fotoHilang > 0 ? words.fotoHilang(satu.fotoHilang) : '',
  ]
    .filter(Boolean)
    .join(' · ');

const Pilihan = ({ judulBagian, isi, baris, dipilih, onUbah }: PilihanProps) => {
  if (baris.length === 0) return null;
  const semua = baris.every(({ id }) => dipilih.has(id));
  return (
    <Section title={judulBagian}>
      <p class="redup">{isi}</p>
      <ul class="daftar">
        {baris.length > 1 && (
          <li>
            <label class="baris-centang">
              <input
                type="checkbox"
                checked={semua}
                onChange={(event) =>
                  onUbah(
                    baris.map(({ id }) => id),
                    event.currentTarget.checked,
                  )
                }
              />
              <span>{words.semua}</span>
            </label>
          </li>
        )}
        {baris.map((satu) => (
          <li key={satu.id}>
            <label class="baris-centang">
              <input
                type="checkbox"
                checked={dipilih.has(satu.id)}
                onChange={(event) => onUbah([satu.id], event.currentTarget.checked)}
              />
              <span>
                <span class="baris-entri-judul">{judul(satu)}</span>
                <span class="redup">{meta(satu)}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </Section>
  );
};

type Props = {
  readonly dibaca: Dibaca;
  readonly nip: string;
  readonly onAmbil: (dipilih: ReadonlySet<string>) => void;
  readonly onLain: () => void;
};

/** What is in a file, line by line, before anything is written. */
export const Pratinjau = ({ dibaca, nip, onAmbil, onLain }: Props) => {
  const dengan = (nasib: Baris['nasib']): Baris[] => dibaca.baris.filter((baris) => baris.nasib === nasib);
  const [baru, beda, ditolak] = [dengan('baru'), dengan('beda'), dengan('ditolak')];
  const [dipilih, setDipilih] = useState<ReadonlySet<string>>(() => new Set(baru.map(({ id }) => id)));
  const orangLain = dibaca.orang.nip !== nip;
  const [yakin, setYakin] = useState(false);
  const ubah = (id: readonly string[], ya: boolean): void => {
    const lain = [...dipilih].filter((satu) => !id.includes(satu));
    setDipilih(new Set(ya ? [...lain, ...id] : lain));
  };
  const sudah = dengan('sudah').length;
  const isinya = baru.length + beda.length + dibaca.dialog.length;
  return (
    <>
      <p>{words.berkas(dibaca.nama, dibaca.dibuat)}</p>
      {orangLain && (
        <>
          <Banner tone="bahaya">{words.orangLain(dibaca.orang.nama, formatNip(dibaca.orang.nip))}</Banner>
          <Toggle
            id="ambil-yakin"
            label={words.yakinSaya}
            hint={words.yakinSayaIsi}
            checked={yakin}
            onValue={setYakin}
          />
        </>
      )}
      {isinya === 0 && ditolak.length === 0 && <p>{words.kosong}</p>}
      {sudah > 0 && baru.length + beda.length + ditolak.length > 0 && <p>{words.sudah(sudah)}</p>}
      {dibaca.dialog.map(({ tahun }) => (
        <p key={tahun}>{words.dialog(tahun)}</p>
      ))}
      {dibaca.lain > 0 && <p class="redup">{words.lain(dibaca.lain)}</p>}
      <Pilihan
        judulBagian={words.baru(baru.length)}
        isi={words.baruIsi}
        baris={baru}
        dipilih={dipilih}
        onUbah={ubah}
      />
      <Pilihan
        judulBagian={words.beda(beda.length)}
        isi={words.bedaIsi}
        baris={beda}
        dipilih={dipilih}
        onUbah={ubah}
      />
      <DitolakBaris baris={ditolak} />
      <div class="deret-tombol">
        <Button onClick={onLain}>{words.berkasLain}</Button>
        {isinya > 0 && (
          <Button
            kind="utama"
            disabled={dipilih.size + dibaca.dialog.length === 0 || (orangLain && !yakin)}
            onClick={() => onAmbil(dipilih)}
          >
            {words.ambil(dipilih.size)}
          </Button>
        )}
      </div>
    </>
  );
};
