using Flowstate.Contacts.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Contacts.Imports;

/// <summary>An uploaded file read from its chunks in the database; one chunk is in memory at a time.</summary>
internal sealed class StoredFile(ContactsDbContext db, Guid importId, long length) : Stream
{
    private byte[] _chunk = [];
    private long _number = -1;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position { get; set; }

    public override int Read(Span<byte> buffer)
    {
        if (Position >= length || buffer.IsEmpty)
        {
            return 0;
        }

        var (number, at) = Math.DivRem(Position, ImportChunk.Size);
        if (number != _number)
        {
            (_chunk, _number) = (Load((int)number), number);
        }

        var count = (int)Math.Min(buffer.Length, _chunk.Length - at);
        _chunk.AsSpan((int)at, count).CopyTo(buffer);
        Position += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin) =>
        Position = origin switch
        {
            SeekOrigin.Begin => offset,
            SeekOrigin.Current => Position + offset,
            _ => length + offset,
        };

    public override void Flush() { }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private byte[] Load(int number) =>
        db.Set<ImportChunk>()
            .AsNoTracking()
            .Where(chunk => chunk.ImportId == importId && chunk.Number == number)
            .Select(chunk => chunk.Bytes)
            .Single();
}
