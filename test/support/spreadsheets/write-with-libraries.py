"""Writes made spreadsheets with openpyxl (.xlsx) and xlwt (.xls). Reads one JSON description per line: {out, maker, sheets}."""

import datetime
import json
import sys

import openpyxl
import xlwt
from openpyxl.styles import Font


def plain(cell):
    return cell if isinstance(cell, dict) else {"text": cell} if isinstance(cell, str) else {"number": cell}


def value_of(cell):
    if "runs" in cell:
        return "".join(run["text"] for run in cell["runs"])
    if "date" in cell:
        return datetime.date.fromisoformat(cell["date"])
    return cell["number"] if cell.get("number") is not None else cell.get("text", "")


def cells_of(sheet):
    for row, line in enumerate(sheet["rows"]):
        for column, cell in enumerate(line["cells"]):
            if cell is not None:
                yield row, column, plain(cell)


def with_openpyxl(book, out):
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    for sheet in book:
        page = workbook.create_sheet(sheet["name"])
        for row, column, cell in cells_of(sheet):
            target = page.cell(row + 1, column + 1)
            target.value = "=" + cell["formula"] if "formula" in cell else value_of(cell)
            if "date" in cell:
                target.number_format = "dd/mm/yyyy"
            elif "format" in cell:
                target.number_format = cell["format"]
            if "font" in cell:
                target.font = Font(name=cell["font"])
            if cell.get("across", 1) * cell.get("down", 1) > 1:
                page.merge_cells(
                    start_row=row + 1,
                    start_column=column + 1,
                    end_row=row + cell.get("down", 1),
                    end_column=column + cell.get("across", 1),
                )
        for row, line in enumerate(sheet["rows"]):
            page.row_dimensions[row + 1].hidden = bool(line.get("hidden"))
    workbook.save(out)


def with_xlwt(book, out):
    workbook = xlwt.Workbook(encoding="utf-8")
    for sheet in book:
        page = workbook.add_sheet(sheet["name"])
        for row, column, cell in cells_of(sheet):
            style = xlwt.XFStyle()
            if "font" in cell:
                style.font.name = cell["font"]
            if "date" in cell or "format" in cell:
                style.num_format_str = "dd/mm/yyyy" if "date" in cell else cell["format"]
            value = value_of(cell)
            right, below = column + cell.get("across", 1) - 1, row + cell.get("down", 1) - 1
            if "runs" in cell:
                pieces = []
                for run in cell["runs"]:
                    font = xlwt.Font()
                    font.name = run["font"]
                    pieces.append((run["text"], font))
                page.write_rich_text(row, column, pieces, style)
            elif right > column or below > row:
                page.write_merge(row, below, column, right, value, style)
            else:
                page.write(row, column, value, style)
    workbook.save(out)


for line in sys.stdin:
    made = json.loads(line)
    (with_openpyxl if made["maker"] == "openpyxl" else with_xlwt)(made["sheets"], made["out"])
