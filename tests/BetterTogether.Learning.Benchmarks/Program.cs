using BetterTogether.Learning.Benchmarks;
using BetterTogether.Learning.Benchmarks.Circles;
using BetterTogether.Learning.Benchmarks.Floors;

// Ratios against a floor measured in the same run. A figure in seconds says something of the machine; a ratio says something of us.
return args switch
{
    ["booking", ..] => await BookingBenchmark.RunAsync(),
    ["programme", ..] => await ProgrammeBenchmark.RunAsync(),
    ["growth", ..] => await GrowthBenchmark.RunAsync(args.Skip(1).Select(int.Parse).ToArray()),
    ["mail", ..] => await MailBenchmark.RunAsync(),
    ["reviews", ..] => await ReviewsBenchmark.RunAsync(),
    ["start", ..] => await StartBenchmark.RunAsync(),
    ["circles", ..] => await CirclesBenchmark.RunAsync(args.Skip(1).Select(int.Parse).FirstOrDefault(200)),
    ["floor", "circles", var url, var snapshot] => await CirclesFloor.ServeAsync(url, snapshot),
    ["floor", "booking", var url, var database] => await BookingFloor.ServeAsync(url, database),
    ["floor", "programme", var url, var database] => await ProgrammeFloor.ServeAsync(url, database),
    ["floor", "reviews", var url, var database] => await ReviewsFloor.ServeAsync(url, database),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Say which: booking, programme, growth [bookings …], mail, reviews, start or circles [how many]");
    return 2;
}
