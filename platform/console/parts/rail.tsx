import { Mark } from '../../../ui/icon.tsx';
import { writeAddress, type Address } from '../address.ts';
import { texts } from '../text/texts.ts';
import { useText } from '../text/use-text.ts';

interface RailProps {
  address: Address;
  go: (to: Address) => void;
  onLeave: () => void;
}

/** Who this is, where one may go, and the way out. */
export function Rail({ address, go, onLeave }: RailProps) {
  const say = useText();
  const { locale, route } = address;
  const list: Address = { locale, route: { page: 'list', state: null } };
  return (
    <div className="rail">
      <div className="rail__inner">
        <header className="rail__head">
          <Mark />
          <p className="name">
            {say(texts.product)}
            <small>{say(texts.desk)}</small>
          </p>
        </header>
        <nav aria-label={say(texts.mainMenu)}>
          <a
            href={writeAddress(list)}
            {...(route.page === 'list' ? { 'aria-current': 'page' as const } : {})}
          >
            {say(texts.allCases)}
          </a>
        </nav>
        <div className="rail__foot">
          <button
            type="button"
            lang={locale === 'en' ? 'zh-CN' : 'en'}
            onClick={() => go({ locale: locale === 'en' ? 'zh-CN' : 'en', route })}
          >
            {say(texts.languageOther)}
          </button>
          <button type="button" onClick={onLeave}>
            {say(texts.leave)}
          </button>
        </div>
      </div>
    </div>
  );
}
