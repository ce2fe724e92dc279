import { umum } from '../i18n/id/umum.ts';
import { Banner, Button } from '../ui/index.ts';
import { isianTerbuka } from './sibuk.ts';
import { perbarui, versiMenunggu } from './update.ts';

/** "Versi baru siap": waits while a form is being filled in, so that nobody has to choose between the two. */
export const PitaPerbarui = () =>
  versiMenunggu.value && isianTerbuka.value === 0 ? (
    <div class="pita" role="status">
      <Banner
        tone="info"
        action={
          <Button kind="tonal" onClick={perbarui}>
            {umum.aksi.perbarui}
          </Button>
        }
      >
        {umum.perbarui.siap}
      </Banner>
    </div>
  ) : null;
