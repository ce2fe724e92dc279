import type { TemuanSkp } from '../../../shared/domain/index.ts';
import type { Indikator, Rhk } from '../../../shared/records/index.ts';
import { skp as kata, isi as words } from '../../i18n/id/skp.ts';
import { Button, Field, Section, Segmented, Select, TextArea, TextInput } from '../../ui/index.ts';
import { kodeBaru, type PilihanIntervensi } from './skp-awal.ts';
import type { Menulis } from './skp-rancangan.ts';
import { DaftarTemuan, kataTemuan } from './skp-temuan.tsx';

type Props = {
  readonly menulis: Menulis;
  readonly rhk: Rhk;
  readonly pilihan: PilihanIntervensi;
  readonly onHapus: () => void;
};

/** Which field a finding is about; the others stand in the list only. */
const BIDANG: Partial<Record<TemuanSkp['kode'], string>> = {
  target_kosong: 'target',
  target_nol: 'target',
  target_tanpa_angka: 'target',
  persen_lebih: 'target',
  satuan_kosong: 'satuan',
};

/** What is said at a field while it is typed: only of what holds something already. */
const salahDi = (
  temuan: readonly TemuanSkp[],
  { ke, bidang, nilai }: { ke: number; bidang: string; nilai: string },
) => {
  if (nilai.trim() === '') return undefined;
  const found = temuan.find((satu) => satu.ke === ke && BIDANG[satu.kode] === bidang);
  return found && kataTemuan(found);
};

const Intervensi = ({
  rhk,
  pilihan,
  onUbah,
}: Pick<Props, 'rhk' | 'pilihan'> & { onUbah: (next: Partial<Rhk>) => void }) => {
  if (pilihan.length === 0)
    return (
      <Field id="rhk-intervensi" label={words.intervensi} hint={words.intervensiAtasan}>
        <TextArea
          rows={2}
          value={rhk.intervensi ?? ''}
          onInput={(event) => onUbah({ intervensi: event.currentTarget.value })}
        />
      </Field>
    );
  const kini = pilihan.find((satu) => satu.rhk === rhk.intervensi);
  const pilih = (nilai: string): void => {
    const satu = pilihan.find(({ kode }) => kode === nilai);
    if (nilai === 'kini') return;
    onUbah({ intervensi: satu?.rhk ?? null, intervensiKode: satu?.dibagikan ? satu.kode : undefined });
  };
  return (
    <Field id="rhk-intervensi" label={words.intervensi}>
      <Select
        value={kini?.kode ?? (rhk.intervensi ? 'kini' : '')}
        onChange={(event) => pilih(event.currentTarget.value)}
      >
        <option value="">{words.intervensiPilih}</option>
        {rhk.intervensi && !kini && (
          <optgroup label={words.intervensiKini}>
            <option value="kini">{rhk.intervensi}</option>
          </optgroup>
        )}
        <optgroup label={pilihan[0]?.dibagikan ? words.intervensiBagikan : words.intervensiContoh}>
          {pilihan.map(({ kode, rhk: teks }) => (
            <option key={kode} value={kode}>
              {teks}
            </option>
          ))}
        </optgroup>
      </Select>
    </Field>
  );
};

type BarisProps<T> = {
  readonly satu: T;
  readonly ke: number;
  readonly temuan: readonly TemuanSkp[];
  readonly onUbah: (change: Partial<T>) => void;
  readonly onHapus: () => void;
};

const Kepala = ({ judul, onHapus }: { judul: string; onHapus: () => void }) => (
  <header>
    <h3>{judul}</h3>
    <Button kind="teks" icon="trash" aria-label={words.hapusBaris(judul)} onClick={onHapus} />
  </header>
);

const BarisIndikator = ({
  satu,
  ke,
  temuan,
  kuantitatif,
  onUbah,
  onHapus,
}: BarisProps<Indikator> & { readonly kuantitatif: boolean }) => (
  <div class="skp-baris-isi" role="group" aria-label={words.indikatorKe(ke + 1)}>
    <Kepala judul={words.indikatorKe(ke + 1)} onHapus={onHapus} />
    <Field id={`indikator-${ke}`} label={kuantitatif ? words.indikator : words.indikatorKualitatif}>
      <TextArea
        rows={2}
        maxLength={300}
        value={satu.indikator}
        onInput={(e) => onUbah({ indikator: e.currentTarget.value })}
      />
    </Field>
    <Field id={`aspek-${ke}`} label={words.aspek}>
      <Select
        value={satu.aspek}
        onChange={(e) => onUbah({ aspek: e.currentTarget.value as Indikator['aspek'] })}
      >
        {Object.entries(kata.aspek).map(([nilai, teks]) => (
          <option key={nilai} value={nilai}>
            {teks}
          </option>
        ))}
      </Select>
    </Field>
    {kuantitatif && (
      <div class="dua-kolom">
        <Field
          id={`target-${ke}`}
          label={words.target}
          error={salahDi(temuan, { ke, bidang: 'target', nilai: satu.target })}
        >
          <TextInput
            inputMode="decimal"
            maxLength={60}
            value={satu.target}
            onInput={(e) => onUbah({ target: e.currentTarget.value })}
          />
        </Field>
        <Field id={`satuan-${ke}`} label={words.satuan}>
          <TextInput
            autocapitalize="none"
            maxLength={40}
            value={satu.satuan}
            onInput={(e) => onUbah({ satuan: e.currentTarget.value })}
          />
        </Field>
      </div>
    )}
  </div>
);

const BarisAksi = ({ satu, ke, onUbah, onHapus }: BarisProps<Rhk['rencanaAksi'][number]>) => (
  <div class="skp-baris-isi" role="group" aria-label={words.aksiKe(ke + 1)}>
    <Kepala judul={words.aksiKe(ke + 1)} onHapus={onHapus} />
    <Field id={`aksi-${ke}`} label={words.aksi}>
      <TextInput maxLength={200} value={satu.nama} onInput={(e) => onUbah({ nama: e.currentTarget.value })} />
    </Field>
    <Field id={`aksi-satuan-${ke}`} label={words.satuan}>
      <TextInput
        autocapitalize="none"
        maxLength={30}
        value={satu.satuan}
        onInput={(e) => onUbah({ satuan: e.currentTarget.value })}
      />
    </Field>
  </div>
);

const ASPEK = ['kuantitas', 'kualitas', 'waktu', 'biaya'] as const;

/** The aspect that is not measured yet, in the form's order. */
const aspekBerikut = (indikator: readonly Indikator[]): Indikator['aspek'] =>
  ASPEK.find((aspek) => !indikator.some((satu) => satu.aspek === aspek)) ?? 'kuantitas';

const ganti = <T,>(daftar: readonly T[], ke: number, change: Partial<T>): T[] =>
  daftar.map((satu, i) => (i === ke ? { ...satu, ...change } : satu));
const tanpa = <T,>(daftar: readonly T[], ke: number): T[] => daftar.filter((_, i) => i !== ke);

/** G16: one RHK: what it shall bring about, whose it serves, by what it is measured, by which steps. */
export const IsianRhk = ({ menulis, rhk, pilihan, onHapus }: Props) => {
  const ubah = (change: Partial<Rhk>): void => menulis.ubahRhk(rhk.kode, change);
  const { indikator, rencanaAksi } = rhk;
  const nomor = menulis.isi.rhk.indexOf(rhk);
  const temuan = menulis.temuan.filter((satu) => satu.rhk === nomor);
  return (
    <div class="form-catat">
      <Segmented
        name="jenis"
        label={words.jenis}
        value={rhk.jenis}
        options={(['utama', 'tambahan'] as const).map((value) => ({ value, label: kata[value] }))}
        onValue={(jenis) => ubah({ jenis })}
      />
      <Field id="rhk-kalimat" label={words.kalimat} hint={words.kalimatKet}>
        <TextArea
          rows={2}
          maxLength={500}
          value={rhk.rhk}
          onInput={(event) => ubah({ rhk: event.currentTarget.value })}
        />
      </Field>
      <Intervensi rhk={rhk} pilihan={pilihan} onUbah={ubah} />
      <Section title={kata.indikator}>
        <div class="tumpuk">
          {indikator.map((satu, ke) => (
            <BarisIndikator
              key={ke}
              satu={satu}
              ke={ke}
              temuan={temuan}
              kuantitatif={menulis.isi.pendekatan === 'kuantitatif'}
              onUbah={(change) => ubah({ indikator: ganti(indikator, ke, change) })}
              onHapus={() => ubah({ indikator: tanpa(indikator, ke) })}
            />
          ))}
          {indikator.length < 12 && (
            <Button
              kind="tonal"
              icon="plus"
              onClick={() =>
                ubah({
                  indikator: [
                    ...indikator,
                    { aspek: aspekBerikut(indikator), indikator: '', target: '', satuan: '' },
                  ],
                })
              }
            >
              {words.tambahIndikator}
            </Button>
          )}
        </div>
      </Section>
      <Section title={words.aksi}>
        <div class="tumpuk">
          <p class="redup">{words.aksiKet}</p>
          {rencanaAksi.map((satu, ke) => (
            <BarisAksi
              key={satu.kode}
              satu={satu}
              ke={ke}
              temuan={temuan}
              onUbah={(change) => ubah({ rencanaAksi: ganti(rencanaAksi, ke, change) })}
              onHapus={() => ubah({ rencanaAksi: tanpa(rencanaAksi, ke) })}
            />
          ))}
          {rencanaAksi.length < 20 && (
            <Button
              kind="tonal"
              icon="plus"
              onClick={() =>
                ubah({ rencanaAksi: [...rencanaAksi, { kode: kodeBaru('A'), nama: '', satuan: '' }] })
              }
            >
              {words.tambahAksi}
            </Button>
          )}
        </div>
      </Section>
      {temuan.length > 0 && (
        <Section title={words.temuan}>
          <DaftarTemuan temuan={temuan} />
        </Section>
      )}
      <Button kind="bahaya" icon="trash" onClick={onHapus}>
        {words.hapusRhk}
      </Button>
    </div>
  );
};
