using System.Text;

namespace Flowstate.Contacts.Imports;

/// <summary>A line without its end. <paramref name="Cut"/>: it was longer than the limit and the rest was dropped.</summary>
internal readonly record struct TextLine(int Number, string Text, bool Cut);

/// <summary>
/// Lines ended by CR, LF or CRLF, none held beyond <see cref="Limit"/> characters: a photo written as one line of ten
/// megabytes, or a file that has no line end at all, costs no memory.
/// </summary>
internal sealed class BoundedLines(TextReader reader)
{
    public const int Limit = 128 * 1024;

    private readonly char[] _buffer = new char[16 * 1024];
    private readonly StringBuilder _line = new();
    private int _at;
    private int _filled;
    private int _number;
    private bool _afterReturn;

    public TextLine? Next()
    {
        _line.Clear();
        var cut = false;
        var any = false;
        while (_at < _filled || Fill())
        {
            if (_afterReturn)
            {
                _afterReturn = false;
                if (_buffer[_at] == '\n')
                {
                    _at++;
                    continue;
                }
            }
            any = true;
            var end = _buffer.AsSpan(_at, _filled - _at).IndexOfAny('\r', '\n');
            var length = end < 0 ? _filled - _at : end;
            var room = Math.Min(length, Limit - _line.Length);
            _line.Append(_buffer, _at, room);
            cut |= room < length;
            _at += length;
            if (end >= 0)
            {
                _afterReturn = _buffer[_at++] == '\r';
                break;
            }
        }
        return any ? new TextLine(++_number, _line.ToString(), cut) : null;
    }

    private bool Fill()
    {
        _at = 0;
        _filled = reader.Read(_buffer, 0, _buffer.Length);
        return _filled > 0;
    }
}
