using Carter;
using Flowstate.Contacts.Imports;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Flowstate.Contacts.Features.Imports;

/// <summary>
/// Takes an address book (vCard or CSV, at most 512 MB, form field <c>file</c>), tells what it is and what its columns seem to
/// hold, as the member mapped such a file before. Nothing is written to the contacts yet. 400 <c>contacts.import-empty</c>, <c>-spreadsheet</c>, <c>-binary</c>,
/// <c>-no-header</c>, <c>-no-contact</c>, <c>-no-file</c>, <c>-unreadable</c>; 413 <c>contacts.file-too-large</c>.
/// </summary>
internal static class StartImport
{
    private const long Largest = 512L * 1024 * 1024;
    private const int FormAround = 64 * 1024;

    // What is beyond a few pages of it waits on the disk, not in memory.
    private static readonly FormOptions Form = new()
    {
        MultipartBodyLengthLimit = Largest + FormAround,
        MemoryBufferThreshold = FormAround,
    };

    private static readonly Error TooLarge = new(
        ErrorKind.TooLarge,
        "contacts.file-too-large",
        "The file is larger than 512 MB. Split it and import the parts."
    );

    private static readonly Error NoFile = new(
        ErrorKind.Invalid,
        "contacts.import-no-file",
        "Send the address book as the form field “file”."
    );

    private static readonly Error Unreadable = new(
        ErrorKind.Invalid,
        "contacts.import-unreadable",
        "The upload did not arrive whole. Send it again."
    );

    internal sealed record Request(string FileName, Stream File) : IRequest<Result<ImportView>>;

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapPost("/imports", Handle)
                .WithName(nameof(StartImport))
                .Accepts<IFormFile>("multipart/form-data")
                .WithMetadata(new RequestSizeLimitAttribute(Largest + FormAround))
                .Answers<ImportView>(StatusCodes.Status201Created)
                .ProducesProblem(StatusCodes.Status400BadRequest)
                .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
                .RequirePermission(ContactsModule.Import);

        private static async Task<IResult> Handle(HttpRequest http, IMediator mediator, CancellationToken ct)
        {
            // Said before a byte is read, so that the answer is this sentence and not a broken connection.
            if (http.ContentLength > Largest + FormAround)
            {
                return Problems.From(TooLarge);
            }

            if (await ReadForm(http, ct) is not { } form)
            {
                return Problems.From(Unreadable);
            }

            if (form.Files["file"] is not { } file)
            {
                return Problems.From(NoFile);
            }

            await using var stream = file.OpenReadStream();
            return file.Length > Largest
                ? Problems.From(TooLarge)
                : (await mediator.Send(new Request(file.FileName, stream), ct)).ToCreated(import =>
                    $"/api/v1/contacts/imports/{import.Id}"
                );
        }
    }

    // A form without a boundary, or one that a lost connection cut short.
    private static async Task<IFormCollection?> ReadForm(HttpRequest http, CancellationToken ct)
    {
        try
        {
            return http.HasFormContentType ? await http.ReadFormAsync(Form, ct) : FormCollection.Empty;
        }
        catch (Exception broken)
            when (broken
                    is InvalidDataException
                        or NotSupportedException
                        or (IOException and not BadHttpRequestException)
            )
        {
            return null;
        }
    }

    internal sealed class Handler(ContactsDbContext db, CurrentUser user, TimeProvider clock)
        : IRequestHandler<Request, Result<ImportView>>
    {
        public async Task<Result<ImportView>> Handle(Request request, CancellationToken cancellationToken)
        {
            var found = ReadUpload.Of(request.File, request.FileName);
            if (found.Error is { } error)
            {
                return error;
            }

            var (format, columns, total) = found.Value;
            var remembered = await KnownColumns.Remembered(db, columns, cancellationToken);
            var import = Import.Upload(
                user.WorkspaceId,
                user.MemberId ?? Guid.Empty,
                ReadUpload.NameOf(request.FileName),
                request.File.Length,
                format,
                remembered ?? await KnownColumns.Named(db, columns, cancellationToken),
                remembered is not null,
                total,
                clock.Moment()
            );
            await Store(import, request.File, cancellationToken);
            return ImportView.Of(import);
        }

        private async Task Store(Import import, Stream file, CancellationToken ct)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            db.Add(import);
            await db.SaveChangesAsync(ct);
            file.Position = 0;
            var buffer = new byte[ImportChunk.Size];
            for (
                var number = 0;
                await file.ReadAtLeastAsync(buffer, buffer.Length, false, ct) is > 0 and var read;
                number++
            )
            {
                db.Add(
                    new ImportChunk
                    {
                        WorkspaceId = import.WorkspaceId,
                        ImportId = import.Id,
                        Number = number,
                        Bytes = buffer[..read],
                    }
                );
                await db.SaveChangesAsync(ct);
                db.ChangeTracker.Clear();
            }

            await transaction.CommitAsync(ct);
        }
    }
}
