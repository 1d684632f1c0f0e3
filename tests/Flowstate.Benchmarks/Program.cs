using System.Globalization;
using Flowstate.Benchmarks;

// bare <connection> <port>: the limit's own process. Otherwise: the run itself.
if (args is ["bare", var connection, var port])
{
    await BareLimit.Run(connection, int.Parse(port, CultureInfo.InvariantCulture));
    return 0;
}

var plan = Plan.Read(args);
Console.WriteLine(
    $"{plan.Contacts:N0} contacts, {plan.Rounds} rounds of {plan.Seconds} s each, interleaved; CPU is server + PostgreSQL"
);
await using var product = await Product.Start();
var seeded = await Seed.Fill(product, plan.Contacts);
await using var bare = await BareProcess.Start(product.OwnerConnection, product.Folder);
await Run.SameAnswers(Cases.All(seeded), seeded.Token, product, bare);
var measured = await Run.Interleaved(Cases.All(seeded), seeded.Token, plan, product, bare);
Report.Print(measured);
await Report.SaveCsv(measured, plan.Csv);
return Report.Broken(measured) is [] ? 0 : 1;
