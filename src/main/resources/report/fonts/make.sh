#!/bin/sh
# Makes the fonts of this folder anew; see README.md. Usage: make.sh FOLDER, which receives the packages.
set -e
PYTHON=${PYTHON:-python3} # one that has fonttools
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1" && cd "$1"
for package in noto-sans@0.4.2 noto-sans-mono@0.4.2 noto-sans-arabic@0.4.3 noto-sans-sc@0.4.3 noto-sans-jp@0.4.3 noto-sans-kr@0.4.3; do
  mkdir -p "$package"
  npm pack --silent "@expo-google-fonts/$package" > packed
  tar -xzf "$(cat packed)" -C "$package"
done

python3 - <<'PYTHON'
# Common characters as the national standards list them, by row.
def rows(codec, *spans):
    for first, last in spans:
        for row in range(first, last + 1):
            for cell in range(1, 95):
                try:
                    yield bytes([0xA0 + row, 0xA0 + cell]).decode(codec)
                except UnicodeDecodeError:
                    pass

for name, characters in {
    "sc": rows("gb2312", (1, 3), (16, 87)),
    "jp": rows("euc_jp", (1, 5), (16, 84)),
    "kr": rows("euc_kr", (1, 3), (16, 40)),
}.items():
    with open(name + ".txt", "w", encoding="utf-8") as file:
        file.write("".join(sorted(set(characters))))
PYTHON

subset() { # package, font, name, what of it
  package=$1; font=$2; name=$3; shift 3
  pyftsubset "$package/package/$font" --output-file="$here/$name.ttf" "$@" --layout-features= --no-hinting \
    --notdef-outline --drop-tables+=GSUB,GPOS,GDEF,BASE,STAT,gasp,vhea,vmtx --no-recalc-timestamp
}

# Marks that only steer the layout are left out, or they would be drawn.
latin=U+0020-007E,U+00A0-024F,U+02B0-036F,U+0370-03FF,U+0400-052F,U+1E00-1EFF,U+2000-200A,U+2010-2027,U+202F-205E,U+2070-209F,U+20A0-20C0,U+2100-214F,U+2190-21FF,U+2200-22FF,U+25A0-25FF,U+FB00-FB06,U+FFFD
arabic=U+0020-0021,U+0600-06FF,U+0750-077F,U+FB50-FDFF,U+FE70-FEFF
wide=U+3000-303F,U+FF00-FFEF
subset noto-sans@0.4.2 400Regular/NotoSans_400Regular.ttf sans --unicodes=$latin
subset noto-sans@0.4.2 700Bold/NotoSans_700Bold.ttf sans-bold --unicodes=$latin
subset noto-sans-mono@0.4.2 400Regular/NotoSansMono_400Regular.ttf mono --unicodes=U+0020-007E
subset noto-sans-arabic@0.4.3 400Regular/NotoSansArabic_400Regular.ttf arabic --unicodes=$arabic
subset noto-sans-arabic@0.4.3 700Bold/NotoSansArabic_700Bold.ttf arabic-bold --unicodes=$arabic
subset noto-sans-sc@0.4.3 400Regular/NotoSansSC_400Regular.ttf sc --unicodes=$wide --text-file=sc.txt
subset noto-sans-jp@0.4.3 400Regular/NotoSansJP_400Regular.ttf jp --unicodes=$wide --text-file=jp.txt
subset noto-sans-kr@0.4.3 400Regular/NotoSansKR_400Regular.ttf kr --unicodes=$wide,U+3131-318E --text-file=kr.txt

# Forms of different letters that look alike share an outline. Each gets its own, or text copied from a PDF has other letters.
"$PYTHON" - "$here/arabic.ttf" "$here/arabic-bold.ttf" <<'PYTHON'
import copy
import sys
from fontTools.ttLib import TTFont

for path in sys.argv[1:]:
    font = TTFont(path, recalcTimestamp=False)
    names, outlines, widths = font.getGlyphOrder(), font["glyf"], font["hmtx"]
    taken = set()
    for table in font["cmap"].tables:
        for code, name in sorted(table.cmap.items()):
            own = "u%04X" % code
            if name in taken and own not in names:
                names = names + [own]
                font.setGlyphOrder(names)
                outlines.glyphs[own] = copy.deepcopy(outlines[name])
                outlines.glyphOrder = names
                widths.metrics[own] = widths.metrics[name]
            if own in names:
                table.cmap[code] = own
            taken.add(name)
    font.save(path)
PYTHON
