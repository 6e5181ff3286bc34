import { useLingui } from "@lingui/react";
import { type Editor, useEditorState } from "@tiptap/react";
import {
  Bold,
  Heading3,
  Heading4,
  Italic,
  List,
  ListOrdered,
  type LucideIcon,
  Redo2,
  TextQuote,
  Underline,
  Undo2,
} from "lucide-react";
import { Toolbar as AriaToolbar, Group, Separator } from "react-aria-components";
import { IconButton } from "#src/ui/IconButton.tsx";
import { ToggleButton } from "#src/ui/ToggleButton.tsx";
import { Tooltip } from "#src/ui/Tooltip.tsx";

/** The few things that a plan's prose needs. Arrow keys move along it; each act also has its usual shortcut. */
export function Toolbar({ editor, label }: { editor: Editor; label: string }) {
  const { i18n } = useLingui();
  const can = useEditorState({
    editor,
    selector: ({ editor: current }) => ({
      bold: current.isActive("bold"),
      italic: current.isActive("italic"),
      underline: current.isActive("underline"),
      heading: current.isActive("heading", { level: 3 }),
      subheading: current.isActive("heading", { level: 4 }),
      bullets: current.isActive("bulletList"),
      numbers: current.isActive("orderedList"),
      quote: current.isActive("blockquote"),
      undo: current.can().undo(),
      redo: current.can().redo(),
    }),
  });
  const marks: Act[] = [
    {
      name: i18n.t({ id: "editor.bold", message: "Bold" }),
      icon: Bold,
      isOn: can.bold,
      act: (e) => e.toggleBold(),
    },
    {
      name: i18n.t({ id: "editor.italic", message: "Italic" }),
      icon: Italic,
      isOn: can.italic,
      act: (e) => e.toggleItalic(),
    },
    {
      name: i18n.t({ id: "editor.underline", message: "Underline" }),
      icon: Underline,
      isOn: can.underline,
      act: (e) => e.toggleUnderline(),
    },
  ];
  const blocks: Act[] = [
    {
      name: i18n.t({ id: "editor.heading", message: "Heading" }),
      icon: Heading3,
      isOn: can.heading,
      act: (e) => e.toggleHeading({ level: 3 }),
    },
    {
      name: i18n.t({ id: "editor.subheading", message: "Smaller heading" }),
      icon: Heading4,
      isOn: can.subheading,
      act: (e) => e.toggleHeading({ level: 4 }),
    },
    {
      name: i18n.t({ id: "editor.bullets", message: "Bulleted list" }),
      icon: List,
      isOn: can.bullets,
      act: (e) => e.toggleBulletList(),
    },
    {
      name: i18n.t({ id: "editor.numbers", message: "Numbered list" }),
      icon: ListOrdered,
      isOn: can.numbers,
      act: (e) => e.toggleOrderedList(),
    },
    {
      name: i18n.t({ id: "editor.quote", message: "Quotation" }),
      icon: TextQuote,
      isOn: can.quote,
      act: (e) => e.toggleBlockquote(),
    },
  ];
  const run = (act: Act["act"]) => act(editor.chain().focus()).run();
  return (
    <AriaToolbar
      aria-label={i18n.t({
        id: "editor.toolbar",
        message: "Formatting of “{section}”",
        values: { section: label },
      })}
      className="draft-toolbar flex flex-wrap items-center gap-0.5"
    >
      <Group aria-label={i18n.t({ id: "editor.emphasis", message: "Emphasis" })} className="contents">
        {marks.map((mark) => (
          <Toggle key={mark.name} {...mark} onToggle={() => run(mark.act)} />
        ))}
      </Group>
      <Separator orientation="vertical" className="mx-1 h-5 border-s border-hairline" />
      <Group aria-label={i18n.t({ id: "editor.blocks", message: "Paragraphs" })} className="contents">
        {blocks.map((block) => (
          <Toggle key={block.name} {...block} onToggle={() => run(block.act)} />
        ))}
      </Group>
      <Separator orientation="vertical" className="mx-1 h-5 border-s border-hairline" />
      <IconButton
        label={i18n.t({ id: "editor.undo", message: "Undo my last change" })}
        icon={Undo2}
        size="small"
        isDisabled={!can.undo}
        onPress={() => run((e) => e.undo())}
      />
      <IconButton
        label={i18n.t({ id: "editor.redo", message: "Do it again" })}
        icon={Redo2}
        size="small"
        isDisabled={!can.redo}
        onPress={() => run((e) => e.redo())}
      />
    </AriaToolbar>
  );
}

type Chain = ReturnType<Editor["chain"]>;

interface Act {
  name: string;
  icon: LucideIcon;
  isOn: boolean;
  act: (chain: Chain) => Chain;
}

function Toggle({ name, icon: Icon, isOn, onToggle }: Act & { onToggle: () => void }) {
  return (
    <Tooltip text={name}>
      <ToggleButton square aria-label={name} isSelected={isOn} onChange={onToggle}>
        <Icon aria-hidden size={16} strokeWidth={1.75} />
      </ToggleButton>
    </Tooltip>
  );
}
