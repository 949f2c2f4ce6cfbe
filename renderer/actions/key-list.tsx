import { keySections, paletteWords } from '#shared/text/key-list.vi.ts';
import { Dialog } from '#renderer/components/dialog.tsx';

/** Every key, by heading; the same on the screen, in the guide and on paper. */
export const KeyTables = () => (
  <>
    {keySections.map(({ title, lines }) => (
      <section key={title} aria-label={title}>
        <h3>{title}</h3>
        <table className="plain-table">
          <tbody>
            {lines.map(({ keys, label }) => (
              <tr key={keys}>
                <td className="keys">{keys}</td>
                <td>{label}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    ))}
  </>
);

export const KeyList = ({ onClose }: { readonly onClose: () => void }) => (
  <Dialog title={paletteWords.keysTitle} size="wide" onClose={onClose}>
    <div className="key-list" data-autofocus tabIndex={0} role="region" aria-label={paletteWords.keysTitle}>
      <KeyTables />
    </div>
  </Dialog>
);
