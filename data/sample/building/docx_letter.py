"""Letters as Word files, written part by part: body, tables, header, footer, text boxes."""

import io
import zipfile
from xml.sax.saxutils import escape

from .blocks import Block, blocks
from .source import Case

__all__ = ["files"]

_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

_TYPES = (
    f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_WORD}.styles+xml"/>'
    f'<Override PartName="/word/header1.xml" ContentType="{_WORD}.header+xml"/>'
    f'<Override PartName="/word/footer1.xml" ContentType="{_WORD}.footer+xml"/></Types>'
)
_ROOT_RELATIONS = (
    f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
)
_RELATIONS = f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">' + "".join(
    f'<Relationship Id="rId{n}" Type="{_OFFICE}/{kind}" Target="{target}.xml"/>'
    for n, (kind, target) in enumerate([("styles", "styles"), ("header", "header1"), ("footer", "footer1")], start=1)
)
_STYLES = (
    f"{_XML}<w:styles {_NAMESPACES}>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    '<w:pPr><w:spacing w:after="160"/></w:pPr><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>'
    '<w:sz w:val="22"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/>'
    '<w:rPr><w:b/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Quote"/>'
    '<w:basedOn w:val="Normal"/><w:pPr><w:ind w:left="567"/></w:pPr><w:rPr><w:i/></w:rPr></w:style></w:styles>'
)
_SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:footerReference w:type="default" r:id="rId3"/>'
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1247" w:bottom="1247" w:left="1247" '
    'w:header="709" w:footer="567" w:gutter="0"/></w:sectPr>'
)
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first moment a zip file knows


def files(case: Case) -> dict[str, bytes]:
    """The Word file of a case's one letter."""
    (letter,) = case.messages
    authority = case.authority
    head = [authority.name, *authority.address.split("\n")]
    body = "".join(_block(block) for block in blocks(letter.body))
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _ROOT_RELATIONS,
        "word/document.xml": f"{_XML}<w:document {_NAMESPACES}><w:body>{body}{_SECTION}</w:body></w:document>",
        "word/_rels/document.xml.rels": f"{_RELATIONS}</Relationships>",
        "word/styles.xml": _STYLES,
        "word/header1.xml": f"{_XML}<w:hdr {_NAMESPACES}>{_paragraph(head)}</w:hdr>",
        "word/footer1.xml": f"{_XML}<w:ftr {_NAMESPACES}>{_paragraph([authority.footer])}</w:ftr>",
    }
    return {f"docx/{authority.id}/{case.id}.docx": _zip(parts)}


def _zip(parts: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:  # stored: compressed bytes differ between zlib builds
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name, _EARLIEST), text.encode())
    return out.getvalue()


def _block(block: Block) -> str:
    if block.shape == "table":
        return _table(block.rows)
    if block.shape == "bullets":
        return "".join(_paragraph([f"•\t{line}"]) for line in block.lines)
    if block.shape == "box":
        return _text_box(_paragraph(list(block.lines)))
    return _paragraph(list(block.lines), {"heading": "Heading2", "quotation": "Quote"}.get(block.shape, "Normal"))


def _paragraph(lines: list[str], style: str = "Normal") -> str:
    run = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in lines)
    run = run.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r>{run}</w:r></w:p>'


def _table(rows: list[list[str]]) -> str:
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    grid = "".join(f'<w:gridCol w:w="{9400 // len(rows[0])}"/>' for _ in rows[0])
    cells = ("".join(f"<w:tc>{_paragraph([cell])}</w:tc>" for cell in row) for row in rows)
    body = "".join(f"<w:tr>{row}</w:tr>" for row in cells)
    return (
        f"<w:tbl><w:tblPr><w:tblBorders>{borders}</w:tblBorders></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"
        + _paragraph([""])
    )


def _text_box(content: str) -> str:
    """A drawing and, as Word writes it, its older form with the same words for older programs."""
    drawing = (
        '<w:drawing><wp:inline><wp:extent cx="5400000" cy="900000"/><wp:docPr id="1" name="Text Box 1"/><a:graphic>'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        '<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="5400000" cy="900000"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:ln w="9525"><a:solidFill><a:srgbClr val="808080"/>'
        f"</a:solidFill></a:ln></wps:spPr><wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>"
        "</a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
    fallback = (
        '<w:pict><v:rect style="width:425pt;height:71pt"><v:textbox>'
        f"<w:txbxContent>{content}</w:txbxContent></v:textbox></v:rect></w:pict>"
    )
    choice = f'<mc:Choice Requires="wps">{drawing}</mc:Choice><mc:Fallback>{fallback}</mc:Fallback>'
    return f"<w:p><w:r><mc:AlternateContent>{choice}</mc:AlternateContent></w:r></w:p>"
