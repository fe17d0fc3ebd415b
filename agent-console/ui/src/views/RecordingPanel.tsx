import { Button, NativeSelect } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { type Lane, lanes, wrongWith } from "../core/audit";
import { formatSpan } from "../core/time";
import { sentenceCase } from "../core/words";
import { auditApi, type Mark } from "../wire/audit";

const bars = 160;

/// A call to hear, with how loud it is and what happened in it. Nothing is fetched, and no look is
/// entered, before somebody asks to hear it.
export function RecordingPanel({ attempt }: { readonly attempt: number }) {
  const [address, setAddress] = useState("");
  const [voices, setVoices] = useState<readonly Lane[]>([]);
  const [marks, setMarks] = useState<readonly Mark[]>([]);
  const [seconds, setSeconds] = useState(0);
  const [said, setSaid] = useState("");
  const player = useRef<HTMLAudioElement>(null);
  useEffect(() => () => URL.revokeObjectURL(address), [address]);
  const hear = async () => {
    setSaid("Being fetched…");
    const reply = await auditApi.sound(attempt);
    setSaid(wrongWith(reply));
    if (reply.kind !== "done") {
      return;
    }
    setAddress(URL.createObjectURL(reply.body));
    const found = await auditApi.marks(attempt);
    setMarks(found.kind === "done" ? found.body : []);
    const sound = await new OfflineAudioContext(2, 1, 8000).decodeAudioData(
      await reply.body.arrayBuffer(),
    );
    setSeconds(sound.duration);
    const channels = Array.from({ length: sound.numberOfChannels }, (_, index) =>
      sound.getChannelData(index),
    );
    setVoices(lanes(channels, bars));
  };
  const jump = (mark: Mark) => {
    if (player.current !== null) {
      player.current.currentTime = mark.atMillis / 1000;
      void player.current.play();
    }
  };
  if (address === "") {
    return (
      <div className="row">
        <Button size="xs" variant="default" onClick={() => void hear()}>
          ▶ Hear the call
        </Button>
        <span className="dim" role="status">
          {said || "That it was heard is entered in the ledger."}
        </span>
      </div>
    );
  }
  return (
    <div className="rows">
      {voices.map((lane) => (
        <Waveform key={lane.name} lane={lane} marks={marks} seconds={seconds} />
      ))}
      <div className="row">
        <audio ref={player} controls src={address} aria-label="The call" />
        <NativeSelect
          size="xs"
          aria-label="Speed"
          data={["0.75", "1", "1.5", "2"]}
          defaultValue="1"
          onChange={(e) => {
            if (player.current !== null) {
              player.current.playbackRate = Number(e.currentTarget.value);
            }
          }}
        />
      </div>
      <div className="row">
        {marks.map((mark) => (
          <Button
            key={`${mark.kind}${mark.atMillis}`}
            size="compact-xs"
            variant="default"
            onClick={() => jump(mark)}
          >
            {formatSpan(mark.atMillis)} {sentenceCase(mark.kind.replaceAll("-", "_"))}
          </Button>
        ))}
      </div>
    </div>
  );
}

interface WaveformProps {
  readonly lane: Lane;
  readonly marks: readonly Mark[];
  readonly seconds: number;
}

function Waveform({ lane, marks, seconds }: WaveformProps) {
  return (
    <div className="lane">
      <span className="eyebrow">{lane.name}</span>
      <svg
        className="wave"
        viewBox={`0 0 ${bars} 40`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`${lane.name}: how loud over ${formatSpan(seconds * 1000)}`}
      >
        {lane.levels.map((level, index) => (
          <rect
            key={index}
            x={index}
            y={20 - level * 19}
            width={0.7}
            height={Math.max(0.6, level * 38)}
          />
        ))}
        {marks.map((mark) => (
          <line
            key={`${mark.kind}${mark.atMillis}`}
            x1={(mark.atMillis / 1000 / Math.max(seconds, 0.001)) * bars}
            x2={(mark.atMillis / 1000 / Math.max(seconds, 0.001)) * bars}
            y1={0}
            y2={40}
          />
        ))}
      </svg>
    </div>
  );
}
