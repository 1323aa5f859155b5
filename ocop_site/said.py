"""What the commands say when all went well, by the messages' language; mistakes are told by `messages`."""

SAID = {
    "vi": {
        "published": "Đã công bố: {products} sản phẩm, {pages} trang, {files} tệp "
        "({change.added} mới, {change.changed} đổi, {change.removed} bỏ), {warnings} lưu ý, {seconds} giây.",
        "shown": "Bản xem thử: {products} sản phẩm, {pages} trang, {warnings} lưu ý, {seconds} giây. Ctrl+C để dừng.",
        "untouched": "Chưa công bố gì, trang đang có vẫn nguyên: {errors} lỗi, {warnings} lưu ý, {seconds} giây.",
        "checked": "Đã kiểm tra: {products} sản phẩm, {pages} trang, {files} tệp, {warnings} lưu ý, {seconds} giây.",
        "moved": "Sản phẩm “{old}” nay là “{new}” vì mang cùng mã; nếu không phải, hãy sửa lại tệp sản phẩm và sổ.",
        "entered": "Đã ghi vào sổ: {codes} mã mới, {gtins} mã vạch mới, {records} trang mới.",
        "foreign": "{file}: tệp này không do lệnh hosting ghi nên được giữ nguyên; hãy chọn thư mục khác: --output",
        "cleaned": "Đã xóa ảnh lưu sẵn của {count} tấm, {megabytes} MB. Lần dựng sau sẽ làm lại.",
        "printed": "Đã làm {made.leaves} trang, {made.codes} mã QR, đã đọc thử từng mã: {files}",
        "poster-or-products": "--poster in áp phích của địa điểm, --select in sản phẩm; hãy chạy lệnh hai lần",
        "outdated": "{count} nhãn đã in không còn đúng.",
        "pictures": "Ảnh",
        "pages": "Trang",
        "no-npm": "Máy này không có npm (Node.js) nên các tập lệnh của giao diện chưa được kiểm tra.",
        "port": "Cổng {port} đang có chương trình khác dùng. Hãy chọn cổng khác: --port 8001",
    },
    "en": {
        "published": "Published: {products} products, {pages} pages, {files} files "
        "({change.added} new, {change.changed} changed, {change.removed} gone), {warnings} warnings, {seconds} s.",
        "shown": "Preview: {products} products, {pages} pages, {warnings} warnings, {seconds} s. Ctrl+C ends it.",
        "untouched": "Nothing was published, the site is as it was: {errors} errors, {warnings} warnings, {seconds} s.",
        "checked": "Checked: {products} products, {pages} pages, {files} files, {warnings} warnings, {seconds} s.",
        "moved": "The product “{old}” is “{new}” now: it bears its code. If not, mend the record and the ledgers.",
        "entered": "Entered in the ledgers: {codes} new codes, {gtins} new barcodes, {records} new pages.",
        "foreign": "{file}: not written by this command, and left alone; choose another folder with --output",
        "cleaned": "Deleted what was kept of {count} pictures, {megabytes} MB. The next build makes them anew.",
        "printed": "Made {made.leaves} pages with {made.codes} QR codes, every one read back: {files}",
        "poster-or-products": "--poster prints places, --select prints products; run the command twice",
        "outdated": "{count} printed labels no longer tell the truth.",
        "pictures": "Pictures",
        "pages": "Pages",
        "no-npm": "This machine has no npm (Node.js): the themes' scripts were not checked.",
        "port": "Another program uses port {port}. Choose another one: --port 8001",
    },
}
