using BetterTogether.Learning.Benchmarks;
using BetterTogether.Learning.Benchmarks.Floors;

// Ratios against a floor measured in the same run. A figure in seconds says something of the machine; a ratio says something of us.
return args switch
{
    ["booking", ..] => await BookingBenchmark.RunAsync(),
    ["programme", ..] => await ProgrammeBenchmark.RunAsync(),
    ["growth", ..] => await GrowthBenchmark.RunAsync(args.Skip(1).Select(int.Parse).ToArray()),
    ["start", ..] => await StartBenchmark.RunAsync(),
    ["floor", "booking", var url, var database] => await BookingFloor.ServeAsync(url, database),
    ["floor", "programme", var url, var database] => await ProgrammeFloor.ServeAsync(url, database),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Say which: booking, programme, growth [bookings …] or start");
    return 2;
}
