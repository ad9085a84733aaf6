// The conversations as a chat desk has them: the list, the chat, and what stands beside it.

import { Drawer } from "@mantine/core";
import { useDisclosure, useMediaQuery } from "@mantine/hooks";
import { MessagesSquare } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useParams, useSearchParams } from "react-router";
import { EmptyState } from "@/ui/EmptyState";
import { useTitle } from "@/ui/Page";
import { useRead } from "@/ui/useRead";
import { ChatPane } from "./chat/ChatPane";
import { Beside } from "./details/Beside";
import { CHAT } from "./documents";
import { ChatList } from "./list/ChatList";
import { ListHead } from "./list/ListHead";
import { useChats } from "./list/useChats";
import { useDeskKeys } from "./useDeskKeys";
import "./conversations.css";

const ROOM_FOR_ALL = "(min-width: 88em)";

export default function Conversations() {
  const { t } = useTranslation("conversations");
  useTitle(t("title"));
  const { id } = useParams();
  const list = useChats(id);
  const isRoomForAll = useMediaQuery(ROOM_FOR_ALL, window.matchMedia(ROOM_FOR_ALL).matches);
  const [isColumnShown, column] = useDisclosure(true);
  const [isDrawerShown, drawer] = useDisclosure(false);
  const [turn, setTurn] = useTurn();
  useDeskKeys(list.chats, id);
  const close = () => {
    drawer.close();
    setTurn(null);
  };
  return (
    <div className="chat-desk" data-open={id === undefined ? "list" : "chat"} data-beside={(isRoomForAll && isColumnShown) || undefined}>
      <section className="chat-pane chat-pane-list" aria-label={t("list.label")}>
        <ListHead />
        <ChatList list={list} opened={id} />
      </section>
      <section className="chat-pane chat-pane-chat" aria-label={t("thread.pane")}>
        {id === undefined ? (
          <div className="chat-nothing">
            <EmptyState icon={MessagesSquare} title={t("choose.title")} advice={t("choose.advice")} />
          </div>
        ) : (
          <ChatPane
            key={id}
            id={id}
            isBesideShown={isRoomForAll ? isColumnShown : isDrawerShown}
            onBeside={isRoomForAll ? column.toggle : drawer.toggle}
            onWhy={(asked) => {
              setTurn(asked);
              if (isRoomForAll) column.open();
              else drawer.open();
            }}
          />
        )}
      </section>
      {id !== undefined && isRoomForAll && isColumnShown && (
        <aside className="chat-pane chat-pane-beside" aria-label={t("beside.title")}>
          <BesideOf id={id} turn={turn} onTurn={setTurn} />
        </aside>
      )}
      {id !== undefined && !isRoomForAll && (
        <Drawer
          opened={isDrawerShown}
          onClose={close}
          padding={0}
          size="sm"
          title={t("beside.title")}
          closeButtonProps={{ "aria-label": t("beside.close") }}
          classNames={{ header: "chat-drawer-header" }}
        >
          <BesideOf id={id} turn={turn} onTurn={setTurn} />
        </Drawer>
      )}
    </div>
  );
}

/** Known already from the chat that is open. */
function BesideOf({ id, ...more }: { id: string; turn: string | null; onTurn: (turn: string | null) => void }) {
  const { data } = useRead(CHAT, { id }, { requestPolicy: "cache-only" });
  return data?.conversation ? <Beside key={id} chat={data.conversation} {...more} /> : null;
}

function useTurn(): [string | null, (turn: string | null) => void] {
  const [parameters, setParameters] = useSearchParams();
  return [
    parameters.get("turn"),
    (turn) => {
      setParameters(
        (before) => {
          const next = new URLSearchParams(before);
          if (turn === null) next.delete("turn");
          else next.set("turn", turn);
          return next;
        },
        { replace: true },
      );
    },
  ];
}
