using System.Buffers.Binary;
using System.Net;
using System.Security.Cryptography;
using Flowstate.Shared.Messaging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Flowstate.Contacts.Tests.Audit;

/// <summary>Who is erased is taken out of the sealed log, and the log still proves what was done, when and by whom.</summary>
public sealed class AuditErasureTests : SealedLogTest
{
    // What the seals of the first version covered.
    private const string FirstVersion = """
        select sha256(convert_to(string_agg(row(position, id, extract(epoch from at), workspace_id, member_id, request, action,
          subject, subject_id, changes)::text, E'\n' order by position), 'UTF8')) from contacts.audit
        """;

    [Fact]
    public async Task The_rows_of_who_is_erased_keep_who_when_and_what_and_the_chain_holds()
    {
        await Sealed();
        var id = await Person(7);
        const string kept =
            "string_agg(concat(id, at, member_id, request, action, subject, subject_id), ' ' order by at)";
        var before = await Harness.Scalar<string>($"select {kept} from contacts.audit where about = '{id}'");

        await Erase(id);

        await Until(async () => (await Verify()).OpenRows == 0);
        (await Verify()).Broken.ShouldBeEmpty();
        (
            await Harness.Scalar<string>(
                $"select {kept} from contacts.audit where about = '{id}' and action <> 'delete'"
            )
        ).ShouldBe(before);
        (await Saying("Person 7\"")).ShouldBe(0);
        (await Saying("Person 8")).ShouldBe(1);
        (
            await Harness.Scalar<long>(
                $"select count(*) from contacts.audit where about = '{id}' and changes = '{{}}' and salt is null and erased_at is not null"
            )
        ).ShouldBe(2);
    }

    [Theory]
    [InlineData("changes = '{\"first_name\": \"Another\"}', erased_at = null, changes_hash = null")]
    [InlineData("member_id = gen_random_uuid()")]
    [InlineData("changes_hash = sha256('x')")]
    public async Task An_emptied_row_cannot_be_made_to_say_something_else(string tampering)
    {
        await Sealed();
        var id = await Person(7);
        await Erase(id);
        await Until(async () => (await Verify()).OpenRows == 0);

        await Harness.Execute($"update contacts.audit set {tampering} where about = '{id}' and action = 'insert'");

        (await Verify()).Broken.ShouldContain(place =>
            place.Contains("was changed or moved", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Nobody_who_is_there_can_be_taken_out_of_the_log()
    {
        await Sealed();
        var id = await Person(7);
        var role = Harness.Services.GetRequiredService<ModuleDatabase>();
        // Not even with a tombstone and a row in the log that says they went.
        await using var forge = role.Inside(
            Me.WorkspaceId,
            $"""
            with stone as (insert into contacts.erased_contacts (workspace_id, contact_id, erased_at) values ('{Me.WorkspaceId}', '{id}', now()))
            insert into contacts.audit (action, subject, subject_id, about, changes) values ('delete', 'contacts', '{id}', '{id}', jsonb_build_object())
            """
        );
        await forge.ExecuteNonQueryAsync(Ct);

        await using var empty = role.Inside(Me.WorkspaceId, $"select contacts.empty_audit(array['{id}'::uuid])");
        (await empty.ExecuteScalarAsync(Ct)).ShouldBe(0L);

        (await Saying("Person 7\"")).ShouldBe(1);
    }

    [Fact]
    public async Task A_log_sealed_by_the_release_before_is_emptied_once_its_seals_are_renewed()
    {
        await Sealed();
        var sealer = Sealer;
        await sealer.StopAsync(Ct);
        var head = await SealAsBefore();
        (await Verify()).Broken.ShouldBeEmpty();
        var id = await Person(7);

        await Erase(id);
        (await Verify()).Broken.ShouldBeEmpty();
        (await Saying("Person 7\"")).ShouldBe(1, "its seal covers what it says");

        await sealer.StartAsync(Ct);
        await Until(async () => await Saying("Person 7\"") == 0);
        await Until(async () => (await Verify()).OpenRows == 0);
        (await Verify()).Broken.ShouldBeEmpty();
        (await Harness.Scalar<byte[]>("select seal from contacts.audit_seals where seq = 1")).ShouldBe(head);
        await Harness.Execute("update contacts.audit_renewals set digest = sha256('x')");
        (await Verify()).Broken.ShouldContain(place =>
            place.Contains("its seal was not made by this installation", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_seal_that_is_broken_is_not_renewed()
    {
        await Sealed();
        var sealer = Sealer;
        await sealer.StopAsync(Ct);
        await SealAsBefore();
        await Harness.Execute("update contacts.audit set member_id = gen_random_uuid() where position = 7");

        await sealer.StartAsync(Ct);
        await Harness.As(Me).PostAsync("/api/v1/contacts/", Json("""{"firstName":"Later"}"""), Ct);
        await Until(async () => (await Verify()).Seals > 1);

        (await Harness.Scalar<long>("select count(*) from contacts.audit_renewals")).ShouldBe(0);
        (await Verify()).Broken.ShouldContain(place =>
            place.Contains("was changed or moved", StringComparison.Ordinal)
        );
    }

    private IHostedService Sealer =>
        Harness.Services.GetServices<IHostedService>().Single(service => service.GetType().Name == "AuditSealer");

    private Task<Guid> Person(int number) =>
        Harness.Scalar<Guid>($"select id from contacts.contacts where first_name = 'Person {number}'");

    private async Task Erase(Guid id) =>
        (await Harness.As(Me).PostAsync($"/api/v1/contacts/{id}/erase", null, Ct)).StatusCode.ShouldBe(
            HttpStatusCode.NoContent
        );

    private Task<long> Saying(string text) =>
        Harness.Scalar<long>(
            $"select count(*) from contacts.audit where changes ->> 'first_name' || '\"' like '%{text}%'"
        );

    /// <summary>One seal over all that is there, as the first version made it.</summary>
    private async Task<byte[]> SealAsBefore()
    {
        var digest = await Harness.Scalar<byte[]>(FirstVersion);
        var covered = new byte[20 + digest.Length];
        BinaryPrimitives.WriteInt64BigEndian(covered.AsSpan(8), 20);
        BinaryPrimitives.WriteInt32BigEndian(covered.AsSpan(16), 20);
        digest.CopyTo(covered, 20);
        var key = Convert.FromBase64String(await File.ReadAllTextAsync(KeyFile, Ct));
        var seal = HMACSHA256.HashData(key, covered);
        await Harness.Execute(
            $"""
            delete from contacts.audit_seals;
            insert into contacts.audit_seals (seq, from_position, to_position, rows, digest, seal)
            values (1, 0, 20, 20, '\x{Convert.ToHexString(digest)}', '\x{Convert.ToHexString(seal)}')
            """
        );
        return seal;
    }
}
