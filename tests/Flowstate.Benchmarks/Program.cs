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
using var rep = seeded.Rep;
List<string> broken = [];
if (plan.Has("limit"))
{
    await using var bare = await BareProcess.Start(product.OwnerConnection, product.Folder);
    await Run.SameAnswers(Cases.All(seeded), await rep.SignIn(), product, bare);
    var measured = await Run.Interleaved(Cases.All(seeded), rep, plan, product, bare);
    Report.Print(measured);
    await Report.SaveCsv(measured, plan.Csv);
    broken.AddRange(Report.Broken(measured));
}

if (plan.Has("day"))
{
    broken.AddRange(await Day.Measure(product, seeded, plan));
}

if (plan.Has("guards"))
{
    broken.AddRange(await Guards.Measure(product, rep, plan));
}

if (plan.Has("sign-ins"))
{
    broken.AddRange(await SignIns.Measure(product, rep, plan));
}

if (plan.Has("import"))
{
    broken.AddRange(await Imports.Measure(product, rep, plan));
}

broken.ForEach(Console.WriteLine);
return broken is [] ? 0 : 1;
