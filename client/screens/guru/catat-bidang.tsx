import { useState } from 'preact/hooks';
import {
  type BahanTebakan,
  saranUraian,
  type Tebakan,
  tambahHari,
  waktuHari,
} from '../../../shared/domain/index.ts';
import { LIMITS } from '../../../shared/protocol/index.ts';
import { countLetters } from '../../../shared/records/index.ts';
import { namaHari, tanggalPanjang } from '../../i18n/format.ts';
import { catat as words } from '../../i18n/id/guru.ts';
import { Button, Chip, Field, Select, Stepper, TextArea, TextInput } from '../../ui/index.ts';
import type { IsianDraf } from './catat-draf.ts';
import { type Isian, namaRencana, nilaiRencana, pilihanRencana, satuanDikenal } from './isian.ts';

type Salah = Readonly<Record<string, string | undefined>>;
type Props = {
  readonly isianDraf: IsianDraf;
  readonly bahan: BahanTebakan | undefined;
  readonly tebakan: readonly Tebakan[];
  readonly salah: Salah;
  readonly hariIni: string;
  readonly onSimpan: () => void;
};

const SARAN = 3;

/** Where what stands in the form comes from, only where that is so. */
const alasanTebakan = (
  guess: Tebakan | undefined,
  pola: BahanTebakan['pola'] = [],
  { tanggal, uraian, ...isian }: Isian,
): string => {
  const value = nilaiRencana(isian);
  if (pola.some((satu) => satu.uraian === uraian && nilaiRencana(satu) === value)) return words.alasan.pola;
  if (!guess || (guess.alasan === 'jadwal' && guess.mulai !== isian.mulai)) return '';
  return guess.alasan === 'kebiasaan'
    ? words.alasan.kebiasaan(namaHari(tanggal), waktuHari(guess.mulai))
    : words.alasan[guess.alasan];
};

const dariTebakan = ({ alasan: _, realisasi, ...rest }: Tebakan): Partial<Isian> => ({
  ...rest,
  realisasi: String(realisasi),
});

/** The planned activity: the guess with its reason, two more at one tap, all of the SKP in the list. */
const Rencana = ({ isianDraf, bahan, tebakan, salah }: Props) => {
  const { isian, ubah, tebakkan } = isianDraf;
  const skp = bahan?.skp ?? null;
  const groups = pilihanRencana(skp);
  const value = nilaiRencana(isian);
  const known = groups.some(({ options }) => options.some((option) => option.value === value));
  const lain = tebakan
    .filter((guess) => nilaiRencana(guess) !== value && namaRencana(skp, guess) !== '')
    .slice(0, 2);
  const pilih = (chosen: string): void => {
    const option = groups.flatMap(({ options }) => options).find((candidate) => candidate.value === chosen);
    // The list may still be on its way from the database: what is not in it yet must not empty the field.
    if (!option && chosen !== '') return;
    ubah({ rhk: option?.rhk ?? null, rencanaAksi: option?.rencanaAksi ?? null });
    if (option?.satuan) tebakkan({ satuan: option.satuan });
  };
  const alasan = alasanTebakan(
    tebakan.find((guess) => nilaiRencana(guess) === value),
    bahan?.pola,
    isian,
  );
  return (
    <div class="tumpuk">
      <Field
        id="bidang-rencana"
        label={words.rencanaAksi}
        error={salah['bidang-rencana']}
        hint={bahan && !skp ? words.belumAdaSkp : alasan || undefined}
      >
        <Select value={value} onChange={(event) => pilih(event.currentTarget.value)}>
          <option value="">{groups.length > 0 ? words.pilihRencana : words.tanpaRencana}</option>
          {value !== '' && !known && (
            <option value={value}>{words.rencanaLain(isian.tanggal.slice(0, 4))}</option>
          )}
          {groups.map(({ label, options }) => (
            <optgroup key={label} label={label}>
              {options.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
            </optgroup>
          ))}
        </Select>
      </Field>
      {lain.length > 0 && (
        <fieldset class="deret-chip geser" aria-label={words.tebakanLain}>
          {lain.map((guess) => (
            <Chip
              key={nilaiRencana(guess)}
              onClick={() => {
                ubah({ rhk: guess.rhk, rencanaAksi: guess.rencanaAksi });
                tebakkan(dariTebakan(guess));
              }}
            >
              {namaRencana(skp, guess)}
            </Chip>
          ))}
        </fieldset>
      )}
    </div>
  );
};

const Uraian = ({ isianDraf, bahan, salah, onSimpan }: Props) => {
  const { isian, ubah } = isianDraf;
  const letters = countLetters(isian.uraian);
  const saran = saranUraian(bahan?.riwayat ?? [], isian.rencanaAksi)
    .filter((teks) => teks !== isian.uraian.trim())
    .slice(0, SARAN);
  return (
    <div class="tumpuk">
      <Field
        id="bidang-uraian"
        label={words.uraian}
        error={salah['bidang-uraian']}
        count={{ used: letters, max: LIMITS.uraianMax, label: words.hitungHuruf(letters, LIMITS.uraianMax) }}
      >
        <TextArea
          value={isian.uraian}
          placeholder={words.uraianContoh}
          autocapitalize="sentences"
          enterkeyhint="done"
          onInput={(event) => ubah({ uraian: event.currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSimpan();
          }}
        />
      </Field>
      {saran.length > 0 && (
        <fieldset class="deret-chip geser" aria-label={words.saran}>
          {saran.map((teks) => (
            <Chip key={teks} onClick={() => ubah({ uraian: teks })}>
              {teks}
            </Chip>
          ))}
        </fieldset>
      )}
    </div>
  );
};

const Waktu = ({ isianDraf, salah, hariIni }: Props) => {
  const { isian, ubah } = isianDraf;
  const kemarin = tambahHari(hariIni, -1);
  return (
    <div class="tumpuk">
      <Field
        id="bidang-tanggal"
        label={words.tanggal}
        error={salah['bidang-tanggal']}
        hint={
          /^\d{4}-\d{2}-\d{2}$/.test(isian.tanggal)
            ? `${namaHari(isian.tanggal)}, ${tanggalPanjang(isian.tanggal)}`
            : undefined
        }
      >
        <TextInput
          type="date"
          value={isian.tanggal}
          max={hariIni}
          onInput={(event) => ubah({ tanggal: event.currentTarget.value })}
        />
      </Field>
      <div class="deret-chip">
        <Chip pressed={isian.tanggal === hariIni} onClick={() => ubah({ tanggal: hariIni })}>
          {words.hariIni}
        </Chip>
        <Chip pressed={isian.tanggal === kemarin} onClick={() => ubah({ tanggal: kemarin })}>
          {words.kemarin}
        </Chip>
      </div>
      <div class="dua-kolom">
        <Field id="bidang-mulai" label={words.mulai} error={salah['bidang-mulai']}>
          <TextInput
            type="time"
            value={isian.mulai}
            onInput={(event) => ubah({ mulai: event.currentTarget.value })}
          />
        </Field>
        <Field id="bidang-selesai" label={words.selesai} error={salah['bidang-selesai']}>
          <TextInput
            type="time"
            value={isian.selesai}
            onInput={(event) => ubah({ selesai: event.currentTarget.value })}
          />
        </Field>
      </div>
    </div>
  );
};

const Hasil = ({ isianDraf, bahan, salah }: Props) => {
  const { isian, ubah } = isianDraf;
  const value = isian.realisasi.trim() === '' ? Number.NaN : Number(isian.realisasi);
  return (
    <div class="dua-kolom">
      <div class="field">
        <label for="bidang-realisasi">{words.realisasi}</label>
        <Stepper
          id="bidang-realisasi"
          value={value}
          min={1}
          max={LIMITS.realisasiMax}
          onValue={(next) => ubah({ realisasi: Number.isFinite(next) ? String(next) : '' })}
          labels={{ less: words.kurangi, more: words.tambah }}
          {...(salah['bidang-realisasi']
            ? { 'aria-invalid': 'true' as const, 'aria-describedby': 'bidang-realisasi-salah' }
            : {})}
        />
        {salah['bidang-realisasi'] && (
          <p class="field-error" id="bidang-realisasi-salah">
            {salah['bidang-realisasi']}
          </p>
        )}
      </div>
      <Field id="bidang-satuan" label={words.satuan} error={salah['bidang-satuan']}>
        <TextInput
          list="satuan-dikenal"
          value={isian.satuan}
          autocapitalize="none"
          onInput={(event) => ubah({ satuan: event.currentTarget.value })}
        />
      </Field>
      <datalist id="satuan-dikenal">
        {satuanDikenal(bahan?.skp ?? null, bahan?.riwayat ?? []).map((satuan) => (
          <option key={satuan} value={satuan} />
        ))}
      </datalist>
    </div>
  );
};

const Lainnya = ({ isianDraf, salah }: Props) => {
  const { isian, ubah } = isianDraf;
  const [awal] = useState(isian.catatan !== '' || isian.tautan.length > 0);
  const links = isian.tautan.length === 0 ? [''] : isian.tautan;
  const setLink = (i: number, value: string): void =>
    ubah({ tautan: links.map((link, k) => (k === i ? value : link)) });
  return (
    <details open={awal || salah['bidang-catatan'] !== undefined || salah['bidang-tautan'] !== undefined}>
      <summary>{words.lainnya}</summary>
      <div class="tumpuk">
        <Field
          id="bidang-catatan"
          label={words.catatan}
          error={salah['bidang-catatan']}
          hint={words.catatanPetunjuk}
        >
          <TextArea
            rows={2}
            value={isian.catatan}
            onInput={(event) => ubah({ catatan: event.currentTarget.value })}
          />
        </Field>
        {links.map((link, i) => (
          <Field
            key={i}
            id={i === 0 ? 'bidang-tautan' : `bidang-tautan-${i + 1}`}
            label={i === 0 ? words.tautan : words.tautanKe(i + 1)}
            error={i === 0 ? salah['bidang-tautan'] : undefined}
            hint={i === 0 ? words.tautanPetunjuk : undefined}
          >
            <TextInput
              type="url"
              inputMode="url"
              autocapitalize="none"
              value={link}
              onInput={(event) => setLink(i, event.currentTarget.value)}
            />
          </Field>
        ))}
        {links.length < LIMITS.tautanCount && links.at(-1) !== '' && (
          <Button kind="teks" icon="plus" onClick={() => ubah({ tautan: [...links, ''] })}>
            {words.tambahTautan}
          </Button>
        )}
      </div>
    </details>
  );
};

/** Everything of the form below the photos. */
export const BidangIsian = (props: Props) => (
  <>
    <Rencana {...props} />
    <Uraian {...props} />
    <Waktu {...props} />
    <Hasil {...props} />
    <Lainnya {...props} />
  </>
);
