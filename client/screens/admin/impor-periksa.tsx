import { useEffect, useState } from 'preact/hooks';
import {
  BARIS_SEHALAMAN,
  type HalamanImpor,
  type KeadaanImpor,
  SARINGAN,
  type Saringan,
} from '../../../shared/protocol/index.ts';
import { halamanImpor, terapkanImpor, unduhBerkasSalah } from '../../app/impor.ts';
import { impor as words } from '../../i18n/id/impor.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { umum } from '../../i18n/id/umum.ts';
import { Banner, Button, Chip, Dialog, Field, LinkButton, TextInput } from '../../ui/index.ts';
import { Baris } from './impor-baris.tsx';
import { Padanan } from './impor-padanan.tsx';
import { TombolUnduh } from './kantor-unduh.tsx';

type Dicari = { readonly saring: Saringan; readonly cari: string; readonly mulai: number };

/** A page of rows, asked for as the filter and the search say; typing waits until it rests. */
const useHalaman = ({ id, bacaan }: KeadaanImpor, { saring, cari, mulai }: Dicari) => {
  const [halaman, setHalaman] = useState<HalamanImpor | null>(null);
  const [salah, setSalah] = useState<string | null>(null);
  useEffect(() => {
    let batal = false;
    const muat = async (): Promise<void> => {
      const hasil = await halamanImpor(id, { saring, cari, mulai });
      if (batal) return;
      if (hasil.ok) setHalaman(hasil.isi);
      setSalah(hasil.ok ? null : kataMasalah(hasil.code, hasil.params ?? {}));
    };
    const timer = setTimeout(() => void muat(), cari === '' ? 0 : 250);
    return () => {
      batal = true;
      clearTimeout(timer);
    };
  }, [id, bacaan, saring, cari, mulai]);
  return { halaman, salah };
};

const Saring = ({
  keadaan,
  saring,
  onSaring,
}: {
  keadaan: KeadaanImpor;
  saring: Saringan;
  onSaring: (saring: Saringan) => void;
}) => (
  <div class="deret-chip" role="group" aria-label={words.saring}>
    {SARINGAN.map((satu) => (
      <Chip key={satu} pressed={satu === saring} onClick={() => onSaring(satu)}>
        {words.saringan(satu, keadaan.jumlah?.[satu] ?? 0)}
      </Chip>
    ))}
  </div>
);

const Halaman = ({
  mulai,
  jumlah,
  onMulai,
}: {
  mulai: number;
  jumlah: number;
  onMulai: (mulai: number) => void;
}) => (
  <nav class="impor-halaman" aria-label={words.saring}>
    <Button
      kind="tonal"
      icon="chevron-left"
      disabled={mulai === 0}
      onClick={() => onMulai(Math.max(0, mulai - BARIS_SEHALAMAN))}
    >
      {words.sebelumnya}
    </Button>
    <p role="status">{words.halaman(mulai + 1, Math.min(jumlah, mulai + BARIS_SEHALAMAN), jumlah)}</p>
    <Button
      kind="tonal"
      icon="chevron-right"
      disabled={mulai + BARIS_SEHALAMAN >= jumlah}
      onClick={() => onMulai(mulai + BARIS_SEHALAMAN)}
    >
      {words.berikutnya}
    </Button>
  </nav>
);

type TanyaProps = {
  readonly keadaan: KeadaanImpor;
  readonly kecuali: ReadonlySet<string>;
  readonly banyak: number;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onDone: () => void;
  readonly onBerubah: () => void;
};

const Tanya = ({ keadaan, kecuali, banyak, open, onClose, onDone, onBerubah }: TanyaProps) => {
  const [ketik, setKetik] = useState('');
  const [sibuk, setSibuk] = useState(false);
  const [salah, setSalah] = useState<string | undefined>(undefined);
  const { id, yakin = null, jumlah, menulis = 0, bacaan } = keadaan;
  const kirim = async (event: Event): Promise<void> => {
    event.preventDefault();
    setSibuk(true);
    // A yes to what stands here: where it is not what would be done any more, it is looked at once more.
    const wanted = { kecuali: [...kecuali], yakin: yakin === null ? null : Number(ketik), bacaan };
    const hasil = await terapkanImpor(id, wanted);
    setSibuk(false);
    if (hasil.ok) onDone();
    else if (hasil.code === 'tahap_salah') onBerubah();
    else setSalah(kataMasalah(hasil.code, hasil.params ?? {}));
  };
  return (
    <Dialog open={open} onClose={onClose} title={words.yakinJudul(banyak)} closeLabel={umum.aksi.tutup}>
      <form class="impor-tanya" onSubmit={(event) => void kirim(event)} noValidate>
        <p>{words.yakinIsi(jumlah?.baru ?? 0, menulis - (jumlah?.baru ?? 0))}</p>
        {kecuali.size > 0 && <p>{words.yakinDilewati(kecuali.size)}</p>}
        {yakin !== null && (
          <>
            <p>{words.yakinHilang(yakin)}</p>
            <Field id="impor-yakin" label={words.yakinKotak} error={salah}>
              <TextInput
                inputMode="numeric"
                value={ketik}
                onInput={(event) => setKetik(event.currentTarget.value)}
              />
            </Field>
          </>
        )}
        {yakin === null && salah && (
          <p class="field-error" role="alert">
            {salah}
          </p>
        )}
        <div class="deret-tombol">
          <Button kind="teks" onClick={onClose}>
            {umum.aksi.batal}
          </Button>
          <Button kind="utama" type="submit" busy={sibuk}>
            {words.ya}
          </Button>
        </div>
      </form>
    </Dialog>
  );
};

/** Steps two and three: columns, then rows by what happens to them. Nothing is written before the dialog at the end. */
export const Periksa = ({ keadaan, onLagi }: { keadaan: KeadaanImpor; onLagi: () => void }) => {
  const { id, berkas, jumlah, lembar = [], sekolahBaru = [] } = keadaan;
  const [dicari, setDicari] = useState<Dicari>({ saring: 'semua', cari: '', mulai: 0 });
  const [kecuali, setKecuali] = useState<ReadonlySet<string>>(new Set());
  const [tanya, setTanya] = useState(false);
  const [berubah, setBerubah] = useState<string | undefined>(undefined);
  const { halaman, salah } = useHalaman(keadaan, dicari);
  const banyak = Math.max(0, (keadaan.menulis ?? 0) - kecuali.size);
  const orang = (jumlah?.semua ?? 0) - (jumlah?.hilang ?? 0);
  const pilih = (kunci: string, ikut: boolean): void => {
    const baru = new Set(kecuali);
    if (ikut) baru.delete(kunci);
    else baru.add(kunci);
    setKecuali(baru);
  };
  return (
    <>
      <h2>{words.ringkas(berkas, orang)}</h2>
      {(keadaan.kalimat ?? berubah) && <Banner tone="peringatan">{keadaan.kalimat ?? berubah}</Banner>}
      {sekolahBaru.length > 0 && (
        <details class="impor-padanan">
          <summary>{words.sekolahBaru(sekolahBaru.length)}</summary>
          <ul>
            {sekolahBaru.map(({ npsn, nama }) => (
              <li key={npsn}>
                {nama} <span class="redup">{npsn}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <Padanan id={id} lembar={lembar} onLagi={onLagi} />
      <div class="impor-alat">
        <Saring
          keadaan={keadaan}
          saring={dicari.saring}
          onSaring={(saring) => setDicari({ ...dicari, saring, mulai: 0 })}
        />
        <Field id="impor-cari" label={words.cari} hideLabel>
          <TextInput
            type="search"
            placeholder={words.cari}
            value={dicari.cari}
            onInput={(event) => setDicari({ ...dicari, cari: event.currentTarget.value, mulai: 0 })}
          />
        </Field>
        {(jumlah?.bermasalah ?? 0) > 0 && (
          <div>
            <TombolUnduh label={words.unduh(jumlah?.bermasalah ?? 0)} onUnduh={() => unduhBerkasSalah(id)} />
          </div>
        )}
      </div>
      {salah && <Banner tone="peringatan">{salah}</Banner>}
      {halaman?.jumlah === 0 && <p class="redup">{words.tanpaBaris}</p>}
      <ul class="impor-daftar">
        {halaman?.baris.map((satu) => (
          <Baris
            key={satu.kunci}
            baris={satu}
            ikut={!kecuali.has(satu.kunci)}
            onIkut={(ikut) => pilih(satu.kunci, ikut)}
          />
        ))}
      </ul>
      {halaman && (
        <Halaman
          mulai={dicari.mulai}
          jumlah={halaman.jumlah}
          onMulai={(mulai) => setDicari({ ...dicari, mulai })}
        />
      )}
      <div class="impor-akhir">
        <LinkButton kind="teks" href="/impor">
          {umum.aksi.batal}
        </LinkButton>
        <Button
          kind="utama"
          disabled={banyak === 0 && (jumlah?.hilang ?? 0) === 0}
          onClick={() => setTanya(true)}
        >
          {banyak === 0 ? words.tidakAdaYangBerubah : words.terapkan(banyak)}
        </Button>
      </div>
      <Tanya
        keadaan={keadaan}
        kecuali={kecuali}
        banyak={banyak}
        open={tanya}
        onClose={() => setTanya(false)}
        onDone={onLagi}
        onBerubah={() => {
          setTanya(false);
          setBerubah(kataMasalah('tahap_salah', {}));
          onLagi();
        }}
      />
    </>
  );
};
