#!/bin/bash
# Makes the files of this folder anew, with programs that are not ours (README.md says which wrote each). Run on Debian 12 with
# libreoffice-writer-nogui, libreoffice-calc-nogui, pandoc, chromium, qpdf, wget, mutt, s-nail, zip installed. All texts are invented.
set -e
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
export HOME=$work
cd "$work"

cat > report.html <<'TEXT'
<html><head><title>Shelling of Marrow Bridge</title></head><body>
<h1>Shelling of Marrow Bridge</h1>
<p>Three shells fell beside Marrow Bridge in the town of Oldfield at dawn on 3 March 2021, killing at least nine people, according
to the head of the town's hospital. The army of Northland denied that it had fired.</p>
<p>Witnesses said that the first shell hit a bakery in which 40-50 people were queueing. “We carried them out on doors,” said Ana
Orlov, a nurse.</p>
<table><tr><td>Hospital</td><td>Dead</td><td>Wounded</td></tr><tr><td>Oldfield</td><td>9</td><td>21</td></tr>
<tr><td>St Brannock</td><td>0</td><td>4</td></tr></table>
<p>The mayor, who visited the bridge on Thursday, called for an inquiry.</p>
</body></html>
TEXT
cat > notes.md <<'TEXT'
---
title: Raid on the ferry at Sandholm
---

# What happened

A raid on the ferry landing at Sandholm on 7 May 2021 wounded twelve passengers.[^1] Nobody was killed, the coastguard said.

- Two of the wounded were children.
- One of them lost a hand.

[^1]: Interview with the harbour master, 9 May 2021.
TEXT
python3 - > long.html <<'PROGRAM'
words = ("Shells fell on the village of Lower Wick on the morning of day {n} of the siege and killed {n} people, the village council said, "
         "while the besiegers said that they had fired at a depot. Nobody could reach the wounded before dusk, because the road was "
         "under fire, and the clinic had neither light nor water. ")
print("<html><head><title>Diary of the siege of Lower Wick</title></head><body>")
for n in range(2, 26):
    print(f"<p>Day {n}. {words.format(n=n) * 2}</p>")
print("</body></html>")
PROGRAM
cat > table.csv <<'TEXT'
Headline,Body,Date,Outlet,Link
Market hit,"Mortar rounds hit the market of Oldfield, killing six, a doctor said.",25/04/2021,The Valley Post,https://valley.example/1
Road mined,"A mine killed a farmer near Sandholm on Sunday, police said.",30/05/2021,The Valley Post,https://valley.example/2
TEXT

office() { soffice --headless --norestore "-env:UserInstallation=file://$work/office" "$@" >/dev/null 2>&1; }
office --convert-to odt:writer8 --infilter='HTML (StarWriter)' report.html
office --convert-to docx:'MS Word 2007 XML' report.odt
office --convert-to pdf:writer_pdf_Export report.odt
office --convert-to doc:'MS Word 97' report.odt
office --convert-to rtf report.odt
office --convert-to xlsx:'Calc MS Excel 2007 XML' --infilter=CSV:44,34,76,1,,0,false,true,false,false,false table.csv
pandoc notes.md -o notes.docx
chromium --headless --no-sandbox --disable-gpu --print-to-pdf=diary.pdf "file://$work/long.html" >/dev/null 2>&1
qpdf --encrypt secret secret 256 -- report.pdf encrypted.pdf
head -c 6000 report.pdf > cut.pdf

mkdir site && cp report.html site/index.html && cp diary.pdf site/
cat > site/ferry.html <<'TEXT'
<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Ferry landing raided</title>
<meta property="og:site_name" content="Harbour News"><meta property="article:published_time" content="2021-05-08T06:00:00Z">
<link rel="stylesheet" href="/style.css"></head><body><nav><a href="/">Home</a></nav><article><h1>Ferry landing raided</h1>
<p>A raid on the ferry landing at Sandholm on Friday wounded twelve passengers, the coastguard said on Saturday.</p>
<p>Two of the wounded were children. The rebels, who hold the far shore, denied that they had taken part in the raid.</p>
<p><a href="/diary.pdf">Diary</a> <a href="/gone.html">More</a> <img src="/picture.png"></p></article></body></html>
TEXT
echo 'body { color: black }' > site/style.css
printf '\211PNG\r\n\032\n' > site/picture.png
sed -i 's|</body>|<a href="ferry.html">Ferry</a></body>|' site/index.html
(cd site && exec python3 -m http.server 8765 --bind 127.0.0.1 >/dev/null 2>&1) & server=$!
sleep 1
wget -q -r -p -l 2 -e robots=off --warc-file=crawl --no-warc-keep-log --delete-after http://127.0.0.1:8765/ || true
kill $server

mkdir -p wacz/archive wacz/pages wacz/indexes && cp crawl.warc.gz wacz/archive/data.warc.gz
echo '{"profile": "data-package", "wacz_version": "1.1.1", "resources": []}' > wacz/datapackage.json
echo '{"format": "json-pages-1.0", "id": "pages", "title": "All Pages"}' > wacz/pages/pages.jsonl
gzip -n < /dev/null > wacz/indexes/index.cdx.gz
(cd wacz && zip -q -0 -X -r ../crawl.wacz .)

export EMAIL='Ana Orlov <ana@valley.example>'
printf 'set sendmail=/bin/true\nset record=mutt.mbox\nset copy=yes\nset mbox_type=mbox\nset from="Ana Orlov <ana@valley.example>"\n' > muttrc
echo 'The market was hit again today. From what the doctors say, four people died.

From here nobody gets out.' > one.txt
mutt -F muttrc -s 'Market hit again' desk@post.example < one.txt
echo 'See the report that I attach.' | mutt -F muttrc -s 'Report on the bridge' -a report.pdf notes.docx -- desk@post.example
printf 'Two boats sank off Sandholm on Tuesday; eleven people are missing, the coastguard said.\n' |
  s-nail -:/ -S mta=/bin/true -S record=snail.mbox -S from='coast@guard.example' -s 'Boats missing' desk@post.example
python3 - <<'PROGRAM'
from pathlib import Path
text = Path("mutt.mbox").read_bytes()
second = text[text.index(b"\nFrom ana@") + 1:]
Path("message.eml").write_bytes(second[second.index(b"\n") + 1:].rstrip(b"\n") + b"\n")
PROGRAM

zip -q -X all.zip report.docx report.pdf table.xlsx snail.mbox notes.md site/picture.png encrypted.pdf cut.pdf
zip -q -X -P secret locked.zip notes.md
python3 -m venv feeds && feeds/bin/pip -q install feedgen==1.0.0 && feeds/bin/python "$here/make_feeds.py"
cp report.docx notes.docx report.pdf diary.pdf encrypted.pdf cut.pdf table.xlsx table.csv report.doc report.odt report.rtf \
   crawl.warc.gz crawl.wacz mutt.mbox snail.mbox message.eml all.zip locked.zip feed.rss feed.atom "$here"
rm -rf "$work"
