"""Four tiny catalogues of provinces: merged of three, not merged, half of a merged one, and one that records no past.

Provinces and districts are those of Viet Nam; communes, their numbers and points are made up.
"""

import re
from collections.abc import Mapping
from pathlib import Path

from tests.unit.small import CAKE, CERTIFIED, RICE, SAUCE, written

MERGED = """\
province: {name: {vi: tỉnh Vĩnh Long, en: Vinh Long Province}}
former_provinces:
  - {id: ben-tre, name: {vi: tỉnh Bến Tre, en: Ben Tre Province}}
  - {id: tra-vinh, name: {vi: tỉnh Trà Vinh, en: Tra Vinh Province}}
  - {id: vinh-long, name: {vi: tỉnh Vĩnh Long, en: Vinh Long Province}}
bounds: {south: 9.5, west: 105.6, north: 10.4, east: 106.9}
districts:
  - {id: chau-thanh-ben-tre, code: "831", province: ben-tre, name: {vi: huyện Châu Thành, en: Chau Thanh District},
     point: [10.3, 106.3]}
  - {id: ben-tre, code: "829", province: ben-tre, name: {vi: thành phố Bến Tre, en: Ben Tre City}, point: [10.2, 106.4]}
  - {id: chau-thanh-tra-vinh, code: "847", province: tra-vinh, name: {vi: huyện Châu Thành, en: Chau Thanh District},
     point: [9.9, 106.4]}
  - {id: vinh-long, code: "855", province: vinh-long, name: {vi: thành phố Vĩnh Long, en: Vinh Long City},
     point: [10.25, 105.95]}
communes:
  - {id: bac, code: "1", name: {vi: xã Bắc Ví Dụ, en: North Example Commune}, point: [10.29, 106.31]}
  - {id: nam, code: "2", name: {vi: xã Nam Ví Dụ, en: South Example Commune}, point: [9.91, 106.41]}
  - {id: tay, code: "3", name: {vi: phường Tây Ví Dụ, en: West Example Ward}, point: [10.24, 105.96]}
  - {id: hai, code: "4", name: {vi: xã Hai Huyện, en: Two Districts Commune}, point: [10.25, 106.35]}
former_communes:
  - {id: chung-ben-tre, code: "11", name: {vi: xã Chung, en: Chung Commune}, district: chau-thanh-ben-tre,
     became: [bac]}
  - {id: chung-tra-vinh, code: "12", name: {vi: xã Chung, en: Chung Commune}, district: chau-thanh-tra-vinh,
     became: [nam]}
  - {id: chia, code: "13", name: {vi: xã Chia, en: Chia Commune}, district: chau-thanh-tra-vinh, became: [nam, tay]}
  - {id: phuong-1, code: "14", name: {vi: phường 1, en: Ward 1}, district: vinh-long, became: [tay]}
  - {id: hai-mot, code: "15", name: {vi: xã Mốt, en: Mot Commune}, district: chau-thanh-ben-tre, became: [hai]}
  - {id: hai-hai, code: "16", name: {vi: phường Hai, en: Hai Ward}, district: ben-tre, became: [hai]}
  - {id: sang, code: "17", name: {vi: xã Sang, en: Sang Commune}, district: chau-thanh-ben-tre, point: [10.31, 106.2],
     elsewhere: {commune: {vi: xã Ngoài, en: Ngoai Commune}, province: {vi: tỉnh Đồng Tháp, en: Dong Thap Province}}}
sources: [s-bang]
"""

UNMERGED = """\
province: {name: {vi: tỉnh Cao Bằng, en: Cao Bang Province}}
bounds: {south: 22.3, west: 105.2, north: 23.2, east: 106.9}
districts:
  - {id: cao-bang, code: "040", name: {vi: thành phố Cao Bằng, en: Cao Bang City}, point: [22.66, 106.26]}
  - {id: ha-quang, code: "045", name: {vi: huyện Hà Quảng, en: Ha Quang District}, point: [22.9, 106.1]}
communes:
  - {id: mot, code: "1", name: {vi: xã Một Ví Dụ, en: First Example Commune}, point: [22.9, 106.11]}
  - {id: hai, code: "2", name: {vi: phường Hai Ví Dụ, en: Second Example Ward}, point: [22.67, 106.25]}
  - {id: ba, code: "3", name: {vi: xã Ba Ví Dụ, en: Third Example Commune}, point: [22.8, 106.2]}
former_communes:
  - {id: chung, code: "11", name: {vi: xã Chung, en: Chung Commune}, district: ha-quang, became: [mot]}
  - {id: chia, code: "12", name: {vi: xã Chia, en: Chia Commune}, district: ha-quang, became: [mot, ba]}
  - {id: rieng, code: "13", name: {vi: phường Riêng, en: Rieng Ward}, district: cao-bang, became: [hai, ba]}
sources: [s-bang]
"""

HALF = """\
province: {name: {vi: tỉnh Tây Ninh, en: Tay Ninh Province}}
former_provinces:
  - {id: long-an, name: {vi: tỉnh Long An, en: Long An Province}}
bounds: {south: 10.3, west: 105.4, north: 11.1, east: 106.8}
districts:
  - {id: can-duoc, code: "806", name: {vi: huyện Cần Đước, en: Can Duoc District}, point: [10.51, 106.6]}
  - {id: tan-an, code: "794", name: {vi: thành phố Tân An, en: Tan An City}, point: [10.54, 106.4]}
communes:
  - {id: mot, code: "1", name: {vi: xã Một Ví Dụ, en: First Example Commune}, point: [10.5, 106.6]}
  - {id: hai, code: "2", name: {vi: phường Hai Ví Dụ, en: Second Example Ward}, point: [10.55, 106.41]}
former_communes:
  - {id: chung, code: "11", name: {vi: xã Chung, en: Chung Commune}, district: can-duoc, became: [mot]}
  - {id: chia, code: "12", name: {vi: xã Chia, en: Chia Commune}, district: can-duoc, became: [mot, hai]}
  - {id: rieng, code: "13", name: {vi: phường Riêng, en: Rieng Ward}, district: tan-an, became: [hai]}
sources: [s-bang]
"""

BARE = """\
province: {name: {vi: tỉnh Hà Tĩnh, en: Ha Tinh Province}}
communes:
  - {id: mot, code: "1", name: {vi: xã Một Ví Dụ, en: First Example Commune}}
  - {id: hai, code: "2", name: {vi: phường Hai Ví Dụ, en: Second Example Ward}}
"""
"""No district, no commune of before, no point."""


def province(content: Path, localities: str, **where: str) -> Path:
    """A catalogue of a province: rice, sauce and cake made `where` their ids say, and a place and a maker like rice."""
    made = {f"products/{thing}.yaml": f"{CERTIFIED}made_at: {{{address}}}\n" for thing, address in where.items()}
    address = next(iter(where.values()))
    files = {
        **made,
        "localities.yaml": localities,
        "producers/htx.yaml": maker("Hợp tác xã Ví Dụ", address),
        "places/quay.yaml": "name: {vi: Quầy Ví Dụ, en: Example Stall}\nkind: ocop_stall\n"
        f"address: {{{address}}}\nsources: [s-so]\n",
    }
    things = [thing for thing in (RICE, SAUCE, CAKE) if thing.id in where]
    written(content, *things, files=files)
    site = content / "site.yaml"
    site.write_text(re.sub(r"^office:\n(?:  .*\n)+", "", site.read_text("utf-8"), flags=re.MULTILINE), "utf-8")
    return content


def maker(name: str, address: str) -> str:
    return f"name: {name}\nkind: cooperative\naddresses:\n  - {{line: ấp 3, {address}}}\nsources: [s-so]\n"


WHERE: Mapping[str, Mapping[str, str]] = {
    MERGED: {"gao": "former_commune: chung-ben-tre", "mam": "former_commune: chung-tra-vinh", "banh": "commune: tay"},
    UNMERGED: {"gao": "former_commune: chung", "mam": "former_commune: chia", "banh": "commune: ba"},
    HALF: {"gao": "former_commune: chung", "mam": "former_commune: chia", "banh": "commune: hai"},
    BARE: {"gao": "commune: mot", "mam": "commune: mot", "banh": "commune: hai"},
}
"""Where each catalogue's products are made."""
