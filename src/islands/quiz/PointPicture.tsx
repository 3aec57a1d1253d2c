/**
 * Why: the picture of a question that points: a still of a figure, and above it the places that may be meant, each with
 * its outline and its number. It is for eyes and fingers; the list below it says and does the same.
 */
import {
  createElement,
  Suspense,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type RefObject,
} from 'react';
import type { Mark } from '../../learning/grade';
import type { Lang } from '../../lib/message';
import marksSheet from '../../styles/marks.css?url';
import { kindsText } from './kinds-messages';
import { measureSpots, type Spots } from './measure-spots';
import type { QuizQuestion } from './quiz-question';
import { fromBelow } from './spots';
import { usePicture, type Picture } from './use-picture';

interface PointPictureProps {
  readonly question: QuizQuestion;
  readonly place: NonNullable<QuizQuestion['place']>;
  readonly chosen: readonly string[];
  readonly marks: Readonly<Record<string, Mark>> | null;
  readonly lang: Lang;
  readonly onPoint: (option: string) => void;
  /** The picture is here, or will not come. */
  readonly onSettled: () => void;
}

export function PointPicture(props: PointPictureProps) {
  const { place, lang, onSettled } = props;
  const words = kindsText(lang);
  const root = useRef<HTMLDivElement>(null);
  const loading = usePicture(place, lang, useNear(root));
  useEffect(() => {
    if (loading.kind !== 'loading') onSettled();
  }, [loading, onSettled]);
  return (
    <div className="quiz-picture figure" ref={root} data-picture={place.figure}>
      {loading.kind === 'ready' ? (
        <Suspense fallback={null}>
          <link rel="stylesheet" href={marksSheet} precedence="default" />
          {loading.picture.sheet !== undefined && (
            <link rel="stylesheet" href={loading.picture.sheet} precedence="default" />
          )}
          <Pointable {...props} picture={loading.picture} />
        </Suspense>
      ) : (
        <p role="status">{loading.kind === 'failed' ? words.pictureFailed : words.pictureLoading}</p>
      )}
    </div>
  );
}

/** Whether the element has come near the window; once true it stays so. */
function useNear(root: RefObject<Element | null>): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setNear(true);
      },
      { rootMargin: '200px' },
    );
    if (root.current && !near) observer.observe(root.current);
    return () => observer.disconnect();
  }, [root, near]);
  return near;
}

function Pointable({
  question,
  chosen,
  marks,
  lang,
  onPoint,
  picture,
}: Omit<PointPictureProps, 'onSettled'> & { picture: Picture }) {
  const { View, frame, t } = picture;
  const root = useRef<HTMLDivElement>(null);
  const uid = `point${useId().replace(/\W/g, '')}`;
  const { width, height, radius, spots } = useSpots(root, question);
  return (
    <div className="quiz-pointable" ref={root}>
      <div className="figure-view">
        <View frame={frame} t={t} lang={lang} uid={uid} />
      </div>
      {/* Fingers and mice only: with the keyboard the same is done in the list below. */}
      <svg
        className={`quiz-spots${marks ? '' : ' is-open'}`}
        viewBox={`0 0 ${width} ${height}`}
        aria-hidden="true"
        onClick={(event) => {
          const spot = (event.target as Element).closest<SVGElement>('[data-option]');
          if (!marks && spot?.dataset['option'] !== undefined) onPoint(spot.dataset['option']);
        }}
      >
        {fromBelow(spots).map(({ id, outline, reach }) => (
          <g key={id} data-option={id} className={`quiz-spot ${standing(id, chosen, marks)}`}>
            <rect className="quiz-spot-reach" {...reach} />
            {createElement(outline.tag, { ...outline.attributes, className: 'quiz-spot-shape' })}
          </g>
        ))}
        {spots.map(({ id, badge: { x, y } }) => (
          <g key={id} data-option={id} className={`quiz-badge ${standing(id, chosen, marks)}`}>
            <circle cx={x} cy={y} r={radius} />
            <text x={x} y={y + 5} textAnchor="middle">
              {question.options.findIndex((option) => option.id === id) + 1}
            </text>
            {marks && marks[id] !== 'left' && (
              <g className="quiz-badge-sign" transform={`translate(${x + radius} ${y - radius})`}>
                <circle r={8} />
                <path d={marks[id] === 'mistaken' ? 'M-3.5-3.5l7 7m0-7l-7 7' : 'M-4 0.5l3 3 5-6.5'} />
              </g>
            )}
          </g>
        ))}
      </svg>
    </div>
  );
}

function standing(id: string, chosen: readonly string[], marks: PointPictureProps['marks']): string {
  if (marks) return `is-${marks[id] ?? 'left'}`;
  return chosen.includes(id) ? 'is-chosen' : '';
}

/** The places as they lie in the picture now; measured again when its size changes. */
function useSpots(root: RefObject<HTMLDivElement | null>, { options }: QuizQuestion): Spots {
  const [spots, setSpots] = useState<Spots>({ width: 1, height: 1, radius: 1, spots: [] });
  useLayoutEffect(() => {
    const box = root.current;
    if (!box) return;
    const measure = () =>
      setSpots(
        measureSpots(
          box,
          options.map((option) => option.id),
        ),
      );
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    return () => observer.disconnect();
  }, [root, options]);
  return spots;
}
