import { NILAI_BERAKHLAK } from '../../../shared/domain/index.ts';
import type { PenilaiSkp, Skp } from '../../../shared/records/index.ts';
import { skp as kata, isi as words } from '../../i18n/id/skp.ts';
import { Field, Segmented, TextArea, TextInput } from '../../ui/index.ts';
import type { Menulis } from './skp-rancangan.ts';

const PENILAI: PenilaiSkp = { id: '', nama: '', nip: '', jabatan: '' };

/** Period, approach, penilai; for a change of one in force also why. */
export const IsianDasar = ({ menulis: { isi, ubah } }: { menulis: Menulis }) => {
  const { awal = '', akhir = '' } = isi.periode ?? {};
  const penilai = isi.penilai ?? PENILAI;
  // Whoever another name is written over is no longer the account that the school's data named.
  const tulis = (change: Partial<PenilaiSkp>): void =>
    ubah({ penilai: { ...penilai, ...(change.nama === undefined ? {} : { id: '' }), ...change } });
  return (
    <div class="form-catat">
      {isi.mengganti && (
        <Field id="skp-alasan" label={words.alasan} hint={words.alasanKet}>
          <TextArea
            rows={2}
            maxLength={500}
            value={isi.alasan ?? ''}
            onInput={(e) => ubah({ alasan: e.currentTarget.value })}
          />
        </Field>
      )}
      <div class="dua-kolom">
        <Field id="skp-awal" label={words.awal}>
          <TextInput
            type="date"
            value={awal}
            onInput={(e) => ubah({ periode: { awal: e.currentTarget.value, akhir } })}
          />
        </Field>
        <Field id="skp-akhir" label={words.akhir}>
          <TextInput
            type="date"
            value={akhir}
            onInput={(e) => ubah({ periode: { awal, akhir: e.currentTarget.value } })}
          />
        </Field>
      </div>
      <div class="tumpuk-rapat">
        <Segmented
          name="pendekatan"
          label={kata.pendekatanLabel}
          value={isi.pendekatan}
          options={(['kuantitatif', 'kualitatif'] as const).map((value) => ({
            value,
            label: kata.pendekatan[value],
          }))}
          onValue={(pendekatan: Skp['pendekatan']) => ubah({ pendekatan })}
        />
        <p class="redup">{words.pendekatanKet[isi.pendekatan]}</p>
      </div>
      <fieldset class="skp-baris-isi">
        <legend class="label">{kata.penilai}</legend>
        <Field id="skp-penilai" label={words.nama} hint={words.penilaiKet}>
          <TextInput
            maxLength={160}
            value={penilai.nama}
            onInput={(e) => tulis({ nama: e.currentTarget.value })}
          />
        </Field>
        <Field id="skp-penilai-nip" label={words.nip}>
          <TextInput
            inputMode="numeric"
            maxLength={18}
            value={penilai.nip}
            onInput={(e) => tulis({ nip: e.currentTarget.value.replace(/\D/g, '') })}
          />
        </Field>
        <Field id="skp-penilai-jabatan" label={words.jabatan}>
          <TextInput
            maxLength={80}
            value={penilai.jabatan}
            onInput={(e) => tulis({ jabatan: e.currentTarget.value })}
          />
        </Field>
      </fieldset>
    </div>
  );
};

/** One field a value, with its three panduan above it. */
export const IsianEkspektasi = ({
  perilaku,
  onUbah,
}: {
  perilaku: readonly string[];
  onUbah: (next: string[]) => void;
}) => (
  <div class="form-catat">
    {NILAI_BERAKHLAK.map(({ nilai, panduan }, i) => (
      <div key={nilai} class="skp-nilai">
        <h2>
          {i + 1}. {nilai}
        </h2>
        <ul class="butir redup">
          {panduan.map((satu) => (
            <li key={satu}>{satu}</li>
          ))}
        </ul>
        <Field id={`perilaku-${i}`} label={`${kata.ekspektasi}: ${nilai}`} hideLabel>
          <TextArea
            rows={2}
            maxLength={300}
            placeholder={kata.ekspektasi}
            value={perilaku[i] ?? ''}
            onInput={(e) =>
              onUbah(NILAI_BERAKHLAK.map((_, j) => (i === j ? e.currentTarget.value : (perilaku[j] ?? ''))))
            }
          />
        </Field>
      </div>
    ))}
  </div>
);

const LAMPIRAN = ['dukungan', 'skema', 'konsekuensi'] as const;
const KOSONG: NonNullable<Skp['lampiran']> = { dukungan: [], skema: [], konsekuensi: [] };

/** The three lists of the attachment, one item a line. */
export const IsianLampiran = ({ menulis: { isi, ubah } }: { menulis: Menulis }) => {
  const lampiran = isi.lampiran ?? KOSONG;
  return (
    <div class="form-catat">
      <p class="redup">{words.lampiranKet}</p>
      {LAMPIRAN.map((bagian) => (
        <Field
          key={bagian}
          id={`lampiran-${bagian}`}
          label={kata.butir[bagian]}
          hint={words.lampiranContoh[bagian]}
        >
          <TextArea
            rows={3}
            value={lampiran[bagian].join('\n')}
            onInput={(e) =>
              ubah({ lampiran: { ...lampiran, [bagian]: e.currentTarget.value.split('\n').slice(0, 10) } })
            }
          />
        </Field>
      ))}
    </div>
  );
};
