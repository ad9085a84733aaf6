// How a chat can begin, in each language that the shop understands.

import { Button, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";

// What customers write; not what the dashboard says in the reader's language.
const OPENERS = [
  { language: "en", words: "Hello, what do you offer?" },
  { language: "ur", words: "السلام علیکم، آپ کے پاس کیا کیا ہے؟" },
  { language: "ur-Latn", words: "Assalam o alaikum, aap kya bechte hain?" },
  { language: "ar", words: "السلام عليكم، ماذا لديكم من خدمات؟" },
  { language: "es", words: "Hola, ¿qué servicios tienen?" },
] as const;

export function Openers({ onSay }: { onSay: (words: string) => void }) {
  const { t } = useTranslation(["simulator", "common"]);
  return (
    <div className="sim-openers">
      <Text fz="sm" ta="center" maw={280}>
        {t("openers.advice")}
      </Text>
      {OPENERS.map(({ language, words }) => (
        <Button
          key={language}
          variant="default"
          size="sm"
          radius="xl"
          className="sim-opener"
          title={t(`common:languages.${language}`)}
          onClick={() => {
            onSay(words);
          }}
        >
          <bdi lang={language}>{words}</bdi>
        </Button>
      ))}
    </div>
  );
}
