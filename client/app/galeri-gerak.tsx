import { useState } from 'preact/hooks';
import {
  Button,
  Calendar,
  Card,
  Dialog,
  Field,
  Icon,
  PhotoGrid,
  PhotoViewer,
  Section,
  Segmented,
  Select,
  Sheet,
  Snackbar,
  Spark,
  Stat,
} from '../ui/index.ts';
import { DAYS, KATA, PHOTOS, SPARK, TEMA, WEEKDAYS } from './galeri-isi.ts';
import { pilihSkala, pilihTema, SKALA, skalaKini, type Tema, temaKini } from './theme.ts';

const none = () => undefined;

/** Theme and text size, to look at everything in each. */
export const Setelan = () => {
  const [tema, setTema] = useState<Tema>(temaKini);
  const [skala, setSkala] = useState(skalaKini);
  return (
    <div class="galeri-petak">
      <Segmented
        name="tema"
        label={KATA.tema}
        value={tema}
        options={TEMA}
        onValue={(next) => {
          pilihTema(next);
          setTema(next);
        }}
      />
      <Field id="galeri-skala" label={KATA.ukuran}>
        <Select
          value={String(skala)}
          onChange={(event) => {
            pilihSkala(Number(event.currentTarget.value));
            setSkala(skalaKini());
          }}
        >
          {SKALA.map((persen) => (
            <option key={persen} value={String(persen)}>{`${persen} %`}</option>
          ))}
        </Select>
      </Field>
    </div>
  );
};

/** Photos, figures. */
export const Gambar = () => {
  const [index, setIndex] = useState<number | null>(null);
  return (
    <Section title={KATA.foto}>
      <PhotoGrid
        photos={PHOTOS}
        onOpen={setIndex}
        onRemove={none}
        missing={KATA.fotoJauh}
        add={
          <button type="button" class="photo" aria-label={KATA.tambah}>
            <Icon name="plus" />
          </button>
        }
      />
      <PhotoViewer
        photos={PHOTOS}
        index={index}
        onIndex={setIndex}
        onClose={() => setIndex(null)}
        labels={{ close: KATA.tutup, next: KATA.berikut, previous: KATA.sebelum }}
      />
      <div class="galeri-petak">
        <Stat value="14" label={KATA.terisi} detail={KATA.hariKerja} />
        <Stat value="12" label={KATA.menunggu} href="/galeri" />
        <Card>
          <Spark values={SPARK} label={KATA.perHari} />
        </Card>
      </div>
    </Section>
  );
};

/** A month. */
export const Kalender = () => {
  const [pilih, setPilih] = useState('2026-11-10');
  return (
    <Section title={KATA.kalender}>
      <Calendar
        month="2026-11"
        title={KATA.bulan}
        days={DAYS}
        weekdays={WEEKDAYS}
        today="2026-11-23"
        picked={pilih}
        onPick={setPilih}
        onPrevious={none}
        labels={{ previous: KATA.sebelum, next: KATA.berikut }}
      />
    </Section>
  );
};

type Terbuka = 'dialog' | 'sheet' | 'snackbar' | null;

/** What lies over the screen. */
export const Lapisan = () => {
  const [terbuka, setTerbuka] = useState<Terbuka>(null);
  const tutup = () => setTerbuka(null);
  return (
    <Section title={KATA.lapisan}>
      <div class="deret-chip">
        <Button onClick={() => setTerbuka('dialog')}>{KATA.bukaDialog}</Button>
        <Button onClick={() => setTerbuka('sheet')}>{KATA.bukaLembar}</Button>
        <Button onClick={() => setTerbuka('snackbar')}>{KATA.bukaPesan}</Button>
      </div>
      <Dialog open={terbuka === 'dialog'} onClose={tutup} title={KATA.tanyaHapus} closeLabel={KATA.tutup}>
        <p>{KATA.bisaPulih}</p>
        <div class="deret-tombol">
          <Button kind="teks" onClick={tutup}>
            {KATA.batal}
          </Button>
          <Button kind="bahaya" icon="trash" onClick={tutup}>
            {KATA.hapus}
          </Button>
        </div>
      </Dialog>
      <Sheet open={terbuka === 'sheet'} onClose={tutup} title={KATA.pasangJudul} closeLabel={KATA.tutup}>
        <p>{KATA.pasangIsi}</p>
        <Button kind="utama" block icon="plus-square" onClick={tutup}>
          {KATA.pasang}
        </Button>
        <Button kind="teks" block onClick={tutup}>
          {KATA.nanti}
        </Button>
      </Sheet>
      <Snackbar
        message={terbuka === 'snackbar' ? KATA.tersimpan : null}
        action={{ label: KATA.urungkan, onClick: tutup }}
        onClose={tutup}
        closeLabel={KATA.tutup}
      />
    </Section>
  );
};
